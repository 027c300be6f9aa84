namespace ChatAuth.Channels.Discord;

/// <summary>A message as it is sent. It never pings anybody.</summary>
/// <param name="Content">The text, up to 2000 characters.</param>
public sealed record DiscordMessage(string Content)
{
    /// <summary>Only the person who acted sees it.</summary>
    public const int Ephemeral = 1 << 6;

    /// <summary>No preview of links: a preview fetches what a model wrote.</summary>
    public const int SuppressEmbeds = 1 << 2;

    /// <summary>Rows of components, at most five; an empty list takes those of an edited message away.</summary>
    public IReadOnlyList<DiscordRow> Components { get; init; } = [];

    /// <summary>Bits such as <see cref="Ephemeral"/>.</summary>
    public int Flags { get; init; } = SuppressEmbeds;

    /// <summary>Nobody is pinged, whatever the text says.</summary>
    public DiscordMentions AllowedMentions { get; init; } = DiscordMentions.None;

    /// <summary>
    /// Names this message, in up to 25 characters: of two with one nonce within a few minutes, Discord makes the first only. Null has our own sender draw one. Only a
    /// message of the bot's own has it.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>Have Discord heed the nonce; null where there is none.</summary>
    public bool? EnforceNonce => Nonce is null ? null : true;
}

/// <summary>Who a text may ping.</summary>
/// <param name="Parse">Kinds of mentions that ping.</param>
public sealed record DiscordMentions(IReadOnlyList<string> Parse)
{
    /// <summary>Nobody.</summary>
    public static DiscordMentions None { get; } = new([]);
}

/// <summary>A row: up to five buttons, or one select menu.</summary>
/// <param name="Components">What is in it.</param>
public sealed record DiscordRow(IReadOnlyList<DiscordComponent> Components)
{
    /// <summary>1: a row.</summary>
    public int Type { get; } = 1;
}

/// <summary>A button (type 2) or a select menu of texts (type 3).</summary>
/// <param name="Type">2 or 3.</param>
public sealed record DiscordComponent(int Type)
{
    /// <summary>What a tap or choice hands back, 1 to 100 characters, unique in the message; null for a link.</summary>
    public string? CustomId { get; init; }

    /// <summary>What a button says, up to 80 characters.</summary>
    public string? Label { get; init; }

    /// <summary>1 blurple, 2 grey, 3 green, 4 red, 5 a link; null for a menu.</summary>
    public int? Style { get; init; }

    /// <summary>The address of a link.</summary>
    public string? Url { get; init; }

    /// <summary>What a menu says before anything is chosen, up to 150 characters.</summary>
    public string? Placeholder { get; init; }

    /// <summary>A menu's options, 1 to 25.</summary>
    public IReadOnlyList<DiscordOption>? Options { get; init; }

    /// <summary>It is shown and cannot be used; null when it can.</summary>
    public bool? Disabled { get; init; }
}

/// <summary>An option of a select menu.</summary>
/// <param name="Label">What it says, up to 100 characters.</param>
/// <param name="Value">What a choice hands back, 1 to 100 characters, unique in the menu.</param>
public sealed record DiscordOption(string Label, string Value)
{
    /// <summary>A second line, up to 100 characters; null for none.</summary>
    public string? Description { get; init; }
}

/// <summary>What an interaction is answered with at once: the body of the HTTP response, or of the callback.</summary>
/// <param name="Type">1 pong, 4 a message, 5 a message follows, 6 an edit follows, 7 the edited message, 8 completions.</param>
public sealed record DiscordResponse(int Type)
{
    /// <summary>A message, or for a deferred one its flags; null where the type has none.</summary>
    public DiscordResponseData? Data { get; init; }
}

/// <summary>The payload of a response: a message's fields, or completions.</summary>
public sealed record DiscordResponseData
{
    /// <summary>The text; null where there is none.</summary>
    public string? Content { get; init; }

    /// <summary>Rows; null leaves them out.</summary>
    public IReadOnlyList<DiscordRow>? Components { get; init; }

    /// <summary>Bits such as <see cref="DiscordMessage.Ephemeral"/>; null for none.</summary>
    public int? Flags { get; init; }

    /// <summary>Who is pinged; null where there is no text.</summary>
    public DiscordMentions? AllowedMentions { get; init; }

    /// <summary>Completions, at most 25; null for a message.</summary>
    public IReadOnlyList<DiscordChoice>? Choices { get; init; }

    /// <summary>The fields of a message.</summary>
    public static DiscordResponseData Of(DiscordMessage message) => new()
    {
        Content = message.Content, Components = message.Components, Flags = message.Flags, AllowedMentions = message.AllowedMentions,
    };
}

/// <summary>A completion.</summary>
/// <param name="Name">What is shown, 1 to 100 characters.</param>
/// <param name="Value">What is typed by choosing it, 1 to 100 characters.</param>
public sealed record DiscordChoice(string Name, string Value);
