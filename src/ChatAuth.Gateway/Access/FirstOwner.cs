using System.Security.Cryptography;
using ChatAuth.Core.Access;

namespace ChatAuth.Gateway.Access;

/// <summary>While nobody owns the bot, each start prints a one-time code that makes its sender the owner; the code of an earlier start becomes void.</summary>
internal sealed class FirstOwner(IAccessStore access, TimeProvider time)
{
    /// <summary>Prints it to the operator. It is no log entry: what is kept of logs is read by more people.</summary>
    /// <exception cref="Core.Errors.ChatAuthException">The session database cannot be opened or written.</exception>
    public async Task InviteAsync(TextWriter output)
    {
        var grants = await access.LoadAsync(CancellationToken.None).ConfigureAwait(false);
        if (grants.Owners.Count > 0) return;
        var code = ClaimCode.Create(RandomNumberGenerator.GetBytes(ClaimCode.RandomLength));
        await access.SaveClaimAsync(code.Hash, time.GetUtcNow() + ClaimCode.Lifetime, CancellationToken.None).ConfigureAwait(false);
        output.WriteLine("Nobody owns this bot yet. Send this to it in a private chat within 15 minutes; it works once:");
        output.WriteLine();
        output.WriteLine($"  /model claim {code.Text}");
        output.WriteLine();
    }
}
