namespace ChatAuth.Cli.Chat;

/// <summary>Where key presses come from: the console, or a script.</summary>
internal interface IKeyInput
{
    /// <summary>Until the result is disposed, Ctrl-C is a key like any other and no signal.</summary>
    IDisposable Capture();

    /// <summary>The next key, not echoed. No key is lost when a wait is cancelled.</summary>
    /// <returns>The key; <c>default</c> when no more can come.</returns>
    ValueTask<ConsoleKeyInfo> ReadKeyAsync(CancellationToken cancellationToken);
}
