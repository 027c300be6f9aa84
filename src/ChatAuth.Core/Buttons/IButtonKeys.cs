namespace ChatAuth.Core.Buttons;

/// <summary>Where the keys that sign buttons are kept. Losing them costs fresh menus and nothing else. Thread-safe.</summary>
public interface IButtonKeys
{
    /// <summary>The keys as they are now; made at the first use, and replaced when the current one is 90 days old.</summary>
    /// <exception cref="Errors.ChatAuthException">They cannot be read or made.</exception>
    ButtonKeys Load();
}
