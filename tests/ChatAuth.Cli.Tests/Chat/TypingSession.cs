using ChatAuth.Channels.Terminal;
using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>A person at a terminal with a line editor.</summary>
internal sealed class TypingSession
{
    public const string Prompt = "> ";

    private readonly ScriptedKeys _keys = new();

    public TypingSession(int columns = 40, int rows = 10, bool colour = false, LineHistory? history = null, params TerminalCandidate[] candidates)
    {
        Screen = new(columns);
        Editor = new(_keys, new(Screen, () => new(columns, rows), colour), history ?? new(), (_, _) => candidates);
    }

    public TestScreen Screen { get; }

    public LineEditor Editor { get; }

    public Task<LineResult> Reading { get; private set; } = null!;

    public bool Captured => _keys.Captured;

    /// <summary>What stands behind the prompt.</summary>
    public string Line => Screen.Line.Length < Prompt.Length ? "" : Screen.Line[Prompt.Length..];

    /// <summary>The cursor's column, counted from behind the prompt.</summary>
    public int Cursor => Screen.CursorColumn - Prompt.Length;

    public TypingSession Start(CancellationToken cancellationToken = default)
    {
        Reading = Editor.ReadLineAsync(Prompt, cancellationToken).AsTask();
        return this;
    }

    public void Type(string text)
    {
        foreach (var character in text) Press(Keys.Of(character));
    }

    public void Press(params ReadOnlySpan<ConsoleKeyInfo> keys)
    {
        foreach (var key in keys) _keys.Press(key);
    }

    /// <summary>Types a line, enters it, and begins the next.</summary>
    public void Enter(string text)
    {
        Type(text);
        Press(Keys.Enter);
        Start();
    }
}
