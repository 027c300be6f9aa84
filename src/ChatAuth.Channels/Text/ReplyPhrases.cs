using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;

namespace ChatAuth.Channels;

/// <summary>The phrases that replies share.</summary>
internal static class ReplyPhrases
{
    /// <summary><c>opus · Claude Opus 4.5 (anthropic/claude-opus-4-5)</c>: a label never stands without the id.</summary>
    public static ReplyText Model(this ReplyText text, ShownModel model)
    {
        var id = model.Ref.ToString();
        text.Add(model.Short, TextStyle.Strong);
        if (model.HasOwnLabel()) text.Add(" · ").Add(model.Label);
        return model.Short == id ? text : text.Add($" ({id})", TextStyle.Dim);
    }

    /// <summary>The label says more than the name and the id.</summary>
    public static bool HasOwnLabel(this ShownModel model) => model.Label != model.Short && model.Label != model.Ref.ToString();

    /// <summary><c>anthropic:work (subscription)</c>.</summary>
    public static ReplyText Payer(this ReplyText text, ShownProfile profile) =>
        text.Add(profile.Name, TextStyle.Strong).Add($" ({ReplyWords.Of(profile.Billing)})");

    /// <summary><c>work</c> where the provider is plain from what stands before it.</summary>
    public static string NameAt(this ShownProfile profile, ProviderId provider) =>
        profile.Name.StartsWith($"{provider}:", StringComparison.Ordinal) ? profile.Name[(provider.Name.Length + 1)..] : profile.Name;

    /// <summary><c>in 3 h (2026-02-03 18:00 UTC)</c>; without a moment to count from, the date alone.</summary>
    public static ReplyText Moment(this ReplyText text, DateTimeOffset moment, DateTimeOffset? now) => now is { } from
        ? text.Add($"{RelativeTime.Of(moment, from)} ({RelativeTime.Absolute(moment)})")
        : text.Add(RelativeTime.Absolute(moment));

    /// <summary>The code, for whoever looks it up.</summary>
    public static ReplyText Code(this ReplyText text, ErrorCode code) => text.Add($"[{code.Id}]", TextStyle.Dim);

    /// <summary>Things to type, with a dot between.</summary>
    public static ReplyText Commands(this ReplyText text, IEnumerable<string> commands)
    {
        var between = "";
        foreach (var command in commands)
        {
            text.Add(between).Add(command, TextStyle.Command);
            between = " · ";
        }
        return text;
    }
}
