using System.Text;
using ChatAuth.Cli.Chat;
using ChatAuth.Core.Credentials;

namespace ChatAuth.Cli.Hosting;

/// <summary>Takes a secret from a person without showing it, or whole from standard input.</summary>
internal static class HiddenPrompt
{
    private const int Longest = 2 * Secret.MaxLength;

    /// <summary>
    /// A paste brings its lines faster than a person types: what follows Enter within this time belongs to it. Else the rest of a token that was copied with
    /// its line breaks would be typed into the shell, for all to see.
    /// </summary>
    private static readonly TimeSpan PasteGap = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks, where somebody can be asked.</summary>
    /// <returns>What was given; null when nothing more can come.</returns>
    /// <exception cref="OperationCanceledException">Ctrl-C.</exception>
    public static async Task<string?> ReadAsync(CliHost host, string question, CancellationToken cancellationToken)
    {
        if (!host.Input.IsTerminal) return await ReadAllAsync(host.Input.Piped(), cancellationToken).ConfigureAwait(false);
        using var captured = host.Input.Keys.Capture(); // Before the question: nothing that is typed after it is echoed.
        host.Error.Write($"{question}, not shown: ");
        host.Error.Flush();
        try
        {
            return await ReadKeysAsync(host, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            host.Error.WriteLine();
        }
    }

    private static async Task<string?> ReadKeysAsync(CliHost host, CancellationToken cancellationToken)
    {
        var typed = new StringBuilder();
        var text = new KeyText();
        while (true)
        {
            var key = await host.Input.Keys.ReadKeyAsync(cancellationToken).ConfigureAwait(false);
            while (key.Key is ConsoleKey.Enter)
            {
                if (await FollowsAsync(host, cancellationToken).ConfigureAwait(false) is not { } next) return typed.ToString();
                key = next;
            }
            switch (key)
            {
                case { Key: ConsoleKey.C, Modifiers: ConsoleModifiers.Control }: throw new OperationCanceledException();
                case { Key: ConsoleKey.D, Modifiers: ConsoleModifiers.Control }: return null;
                case { Key: ConsoleKey.U, Modifiers: ConsoleModifiers.Control }: typed.Clear(); break;
                case { Key: ConsoleKey.Backspace }: typed.Length = Math.Max(0, typed.Length - 1); break;
                case { KeyChar: '\0', Key: 0 }: return null;
                default: Append(typed, text.Next(key)); break;
            }
        }
    }

    /// <summary>The key that a paste brings behind a line's end; null when none does.</summary>
    private static async Task<ConsoleKeyInfo?> FollowsAsync(CliHost host, CancellationToken cancellationToken)
    {
        using var gap = new CancellationTokenSource(PasteGap, host.Get<TimeProvider>());
        using var either = CancellationTokenSource.CreateLinkedTokenSource(gap.Token, cancellationToken);
        try
        {
            var next = await host.Input.Keys.ReadKeyAsync(either.Token).ConfigureAwait(false);
            return next == default ? null : next;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null; // It was the last line.
        }
    }

    private static void Append(StringBuilder typed, string text)
    {
        if (text.Length > 0 && !char.IsControl(text[0]) && typed.Length < Longest) typed.Append(text);
    }

    /// <summary>No more than can be a secret: what is longer is refused anyway.</summary>
    private static async Task<string?> ReadAllAsync(TextReader piped, CancellationToken cancellationToken)
    {
        var buffer = new char[Longest];
        var length = await piped.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        return length == 0 ? null : new string(buffer, 0, length);
    }
}
