using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>What of a reply can be tapped: its models or accounts in a menu, the rest as buttons. What has no room, or no token, is told as text.</summary>
/// <param name="Options">The entries of the menu.</param>
/// <param name="Buttons">The buttons, in order.</param>
internal sealed record DiscordControls(IReadOnlyList<ReplyAction> Options, IReadOnlyList<ReplyAction> Buttons)
{
    private const int MostRows = 5;
    private const int MostInRow = 5;
    private const int MostOptions = 25;
    private const int LongestToken = 100;

    /// <summary>Names the menu within its message; what is chosen in it hands back its own token.</summary>
    private const string Menu = "menu:0";

    /// <summary>All that can be tapped.</summary>
    public IReadOnlyList<ReplyAction> All => [.. Options, .. Buttons];

    public static DiscordControls Of(CommandReply reply)
    {
        var able = reply.Actions.Where(action => action.Token is { Length: > 0 and <= LongestToken }).DistinctBy(action => action.Token).ToList();
        List<ReplyAction> options = [.. able.Where(action => DiscordMenuOptions.IsOption(reply, action)).Take(MostOptions)];
        var rows = options.Count > 0 ? MostRows - 1 : MostRows;
        return new DiscordControls(
            options, ButtonPlaces.Fitting(reply, able.Where(action => !DiscordMenuOptions.IsOption(reply, action)), rows * MostInRow));
    }

    /// <summary>The rows of components.</summary>
    public IReadOnlyList<DiscordRow> Rows(CommandReply reply)
    {
        var buttons = Buttons.Select(action => Button(reply, action)).Chunk(MostInRow).Select(row => new DiscordRow(row));
        return Options.Count == 0 ? [.. buttons] : [new DiscordRow([MenuOf(reply)]), .. buttons];
    }

    private DiscordComponent MenuOf(CommandReply reply) => new(3)
    {
        CustomId = Menu,
        Placeholder = reply is CommandReply.Picker ? "Choose a model" : "Choose an account",
        Options = [.. Options.Select(action => DiscordMenuOptions.Of(reply, action))],
    };

    private static DiscordComponent Button(CommandReply reply, ReplyAction action) => new(2)
    {
        CustomId = action.Token, Label = ButtonLabels.Of(reply, action), Style = StyleOf(action.Kind),
    };

    /// <summary>Green for a yes, red for a no, grey for what can be undone.</summary>
    private static int StyleOf(ReplyActionKind kind) => kind switch
    {
        ReplyActionKind.AllowOnce => 3,
        ReplyActionKind.Deny or ReplyActionKind.AllowNever => 4,
        _ => 2,
    };
}
