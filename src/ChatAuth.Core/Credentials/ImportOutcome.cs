using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Credentials;

/// <summary>What became of the login of one other program.</summary>
/// <param name="Source">The source's name, <see cref="ICredentialSource.Name"/>.</param>
/// <param name="Program">The program as people call it.</param>
/// <param name="Profile">The profile under which its login appears.</param>
/// <param name="SignInCommand">What a person runs to sign in there anew.</param>
/// <param name="Result">What the look came to.</param>
/// <param name="Why">For <see cref="ImportResult.Unusable"/>, and where the vendor could not be asked: why, as a sentence without any content.</param>
/// <param name="Code">For <see cref="ImportResult.NotSaved"/>: what is wrong with the store.</param>
public sealed record ImportOutcome(
    string Source, string Program, ProfileId Profile, string SignInCommand, ImportResult Result, string? Why = null, ErrorCode? Code = null)
{
    /// <summary>
    /// Whether the program that was looked at renews that profile: a login by OAuth, which is borrowed only where the program holds a refresh token, and what is
    /// stored is what the program holds.
    /// </summary>
    public bool Renews(AuthProfile profile) =>
        profile.Id == Profile && profile.Source == Source && profile.Credential is Credential.OAuth
        && Result is ImportResult.Kept or ImportResult.Added or ImportResult.Renewed or ImportResult.AccountChanged;

    internal static ImportOutcome Of(ICredentialSource source, ImportResult result) =>
        new(source.Name, source.Program, source.Profile, source.SignInCommand, result);
}
