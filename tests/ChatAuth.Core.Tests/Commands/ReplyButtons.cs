using ChatAuth.Core.Commands;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Finds the buttons of a reply by what they do.</summary>
internal static class ReplyButtons
{
    public static ReplyAction Button(this CommandReply reply, ReplyActionKind kind) => reply.Actions.Single(action => action.Kind == kind);

    /// <summary>The row of a model, by its short name.</summary>
    public static ReplyAction Row(this CommandReply reply, string model) =>
        reply.Actions.Single(action => action.Kind is ReplyActionKind.Pick && action.Model!.Value.ToString().Contains(model, StringComparison.Ordinal));

    /// <summary>The button of an account.</summary>
    public static ReplyAction Account(this CommandReply reply, string id) =>
        reply.Actions.Single(action => action.Kind is ReplyActionKind.Select && action.Profile?.ToString() == id);
}
