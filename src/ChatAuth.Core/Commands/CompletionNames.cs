using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Core.Commands;

/// <summary>The names that a person may be offered while typing: nothing in it is hidden from them here.</summary>
/// <param name="Models">The models, in the order of the picker.</param>
/// <param name="Profiles">The visible profiles of every provider.</param>
/// <param name="Current">The provider of the model that holds, to which <c>@work</c> belongs; null where it may not be seen.</param>
public sealed record CompletionNames(
    IReadOnlyList<CatalogModel> Models, IReadOnlyList<ProfileId> Profiles, ProviderId? Current)
{
    /// <summary>The words after <c>/model</c>, in the order of the alphabet: no secret to anybody.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. CommandWords.All.Order(StringComparer.Ordinal)];

    /// <summary>Nothing to offer but the words.</summary>
    public static CompletionNames None { get; } = new([], [], null);
}
