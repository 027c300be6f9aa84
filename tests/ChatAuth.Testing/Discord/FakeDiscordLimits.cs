namespace ChatAuth.Testing.Discord;

/// <summary>The figures that the fake holds applications to. Where Discord publishes none, the remark says what was chosen.</summary>
public static class FakeDiscordLimits
{
    /// <summary>How long an application has to answer an interaction.</summary>
    public static readonly TimeSpan ResponseWindow = TimeSpan.FromSeconds(3);

    /// <summary>How long an answered interaction's token edits and follows up.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);

    /// <summary>How long a nonce is remembered. Discord says: a few minutes.</summary>
    public static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(3);

    /// <summary>Follow-ups of an interaction where only a user has installed the application.</summary>
    public const int UserInstalledFollowUps = 5;

    /// <summary>The text of a message, in UTF-16 units: Discord names no unit, this is the strictest.</summary>
    public const int Content = 2000;

    /// <summary>Rows of a message.</summary>
    public const int Rows = 5;

    /// <summary>Buttons of a row.</summary>
    public const int Buttons = 5;

    /// <summary>What a component hands back.</summary>
    public const int CustomId = 100;

    /// <summary>What a button says.</summary>
    public const int Label = 80;

    /// <summary>The address of a link button.</summary>
    public const int Url = 512;

    /// <summary>Options of a select menu.</summary>
    public const int Options = 25;

    /// <summary>The label, value or description of an option.</summary>
    public const int OptionText = 100;

    /// <summary>What a menu says before a choice.</summary>
    public const int Placeholder = 150;

    /// <summary>Completions offered at once.</summary>
    public const int Choices = 25;

    /// <summary>The name or value of a completion.</summary>
    public const int ChoiceText = 100;

    /// <summary>The name of a command or of its option.</summary>
    public const int CommandName = 32;

    /// <summary>The description of a command or of its option.</summary>
    public const int CommandDescription = 100;

    /// <summary>Options of a command.</summary>
    public const int CommandOptions = 25;

    /// <summary>Names, descriptions and values of one command together.</summary>
    public const int CommandSize = 8000;

    /// <summary>Slash commands of an application, global ones and those of each guild counted apart.</summary>
    public const int Commands = 100;

    /// <summary>Commands made in a day in one guild, or globally.</summary>
    public const int CommandCreates = 200;

    /// <summary>Requests a second of one bot.</summary>
    public const int RequestsPerSecond = 50;

    /// <summary>401, 403 and 429 in ten minutes before the address is shut out.</summary>
    public const int InvalidRequests = 10_000;
}
