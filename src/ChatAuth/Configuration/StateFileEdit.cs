namespace ChatAuth.Configuration;

/// <summary>What became of an edit of <c>chatauth.json</c>.</summary>
/// <param name="IsSaved">The file holds the change, durably; else nothing of it was new, or all of it was left alone.</param>
/// <param name="LeftAlone">Keys that were not written, because what another place says about them would be hidden, or would hide it: the operator changes them there.</param>
internal sealed record StateFileEdit(bool IsSaved, IReadOnlyList<KeyValuePair<string, ConfigurationPlace>> LeftAlone);
