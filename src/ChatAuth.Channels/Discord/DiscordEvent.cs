using ChatAuth.Core.Commands;

namespace ChatAuth.Channels.Discord;

/// <summary>What an interaction is to this bot.</summary>
internal abstract record DiscordEvent
{
    private protected DiscordEvent() { }

    /// <summary>Without what people wrote: it may hold a secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>Discord asks whether somebody is there.</summary>
    public sealed record Ping : DiscordEvent;

    /// <summary><c>/model</c>.</summary>
    /// <param name="Context">Who typed it, and where.</param>
    /// <param name="Line">The same as a line, <c>/model opus for 2h</c>.</param>
    /// <param name="Place">Where its answer goes.</param>
    public sealed record Typed(CommandContext Context, DiscordLine Line, DiscordPlace Place) : DiscordEvent;

    /// <summary><c>/ask</c>.</summary>
    /// <param name="Context">Who asks, and where.</param>
    /// <param name="Prompt">The question.</param>
    /// <param name="With">The selector of a model or account for this once; null for the conversation's.</param>
    /// <param name="Place">Where its answer goes.</param>
    public sealed record Asked(CommandContext Context, string Prompt, string? With, DiscordPlace Place) : DiscordEvent;

    /// <summary>An option that is being typed.</summary>
    /// <param name="Context">Who types, and where.</param>
    /// <param name="Option">Which option.</param>
    /// <param name="Begun">What stands there so far.</param>
    public sealed record Completing(CommandContext Context, string Option, string Begun) : DiscordEvent;

    /// <summary>A tap on a button, or a choice in a menu.</summary>
    /// <param name="Context">Who tapped, and where.</param>
    /// <param name="Token">What it handed back.</param>
    /// <param name="Place">Where its answer goes.</param>
    public sealed record Tapped(CommandContext Context, string Token, DiscordPlace Place) : DiscordEvent;

    /// <summary>Not for this bot, or unreadable.</summary>
    public sealed record Nothing : DiscordEvent;
}
