using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>The options of <c>/model</c> as the line that they stand for, and the way back from a column of it: nobody typed that line.</summary>
/// <param name="choice">The option <c>choice</c>; null when it is not filled in.</param>
/// <param name="span">The option <c>for</c>; null when it is not filled in.</param>
internal sealed class DiscordLine(string? choice, string? span)
{
    private const string Command = "/model";
    private const string Timed = " for ";

    private readonly string? _choice = choice?.TrimEnd();

    /// <summary>A question mark comes last in it, after the time.</summary>
    public string Text => span is null ? Untimed : $"{Untimed}{Timed}{span}{(IsDryRun ? " ?" : "")}";

    private bool IsDryRun => span is not null && _choice is [.., ' ' or '\t', '?'];

    private string Untimed => _choice is null ? Command : $"{Command} {(IsDryRun ? _choice[..^2] : _choice)}";

    /// <summary>A refusal whose column counts in the option that is wrong, and names it.</summary>
    public CommandReply.Failed Located(CommandReply.Failed failed)
    {
        if (failed.Column is not { } column) return failed;
        var (option, inOption) = Find(column);
        return failed with { Column = Math.Max(1, inOption), Field = option };
    }

    /// <summary>The word between the options belongs to the time that it stands before; the question mark after them to the choice.</summary>
    private (string Option, int Column) Find(int column)
    {
        var time = Untimed.Length + Timed.Length;
        return span is null || column <= Untimed.Length ? (DiscordCommands.Choice, column - Command.Length - 1)
            : IsDryRun && column > time + span.Length ? (DiscordCommands.Choice, _choice!.Length)
            : (DiscordCommands.For, column - time);
    }
}
