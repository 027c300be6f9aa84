using ChatAuth.Core.Sessions;
using ChatAuth.Cli.Chat;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>A person in an interactive chat.</summary>
internal sealed class ScreenSession
{
    private readonly ScriptedKeys _keys = new();

    public ScriptedChatAuth ChatAuth { get; } = new() { Replies = { ["/model status"] = ChatSamples.Handled(ChatSamples.Status) } };

    public TerminalNoticeSink Notices { get; init; } = new();

    public TestScreen Screen { get; } = new(80);

    public Task Running { get; private set; } = null!;

    /// <summary>An installation whose owners are told; null for none.</summary>
    public TestWorld? World { get; init; }

    public ScreenSession Start(bool colour = false, bool demo = false, CompletionNames? names = null)
    {
        var source = new Mock<ICompletionSource>();
        source.Setup(it => it.ListAsync(It.IsAny<CommandContext>(), It.IsAny<CancellationToken>())).ReturnsAsync(names ?? CompletionNames.None);
        var registered = new ServiceCollection();
        if (World is { } world) registered.AddSingleton(world.Services.GetRequiredService<OwnerNotices>()).AddSingleton(world.Settings);
        var services = registered
            .AddSingleton<IChatAuth>(ChatAuth)
            .AddSingleton<INoticeSink>(Notices)
            .AddSingleton(source.Object)
            .AddSingleton(Mock.Of<TimeProvider>())
            .BuildServiceProvider();
        var terminal = new ChatTerminal(_keys, () => new(80, 24), colour);
        Running = new ChatProgram(terminal).RunAsync(new(demo, false, SessionKey.Terminal("t1"), null, default), services, TextReader.Null, Screen, interactive: true, default);
        return this;
    }

    public void Type(string text)
    {
        foreach (var character in text) _keys.Press(Keys.Of(character));
    }

    public void Press(ConsoleKeyInfo key) => _keys.Press(key);

    public void Enter(string text)
    {
        Type(text);
        Press(Keys.Enter);
    }

    /// <summary>Presses a key while an answer comes; done when the next line is waited for.</summary>
    public async Task PressAsync(ConsoleKeyInfo key)
    {
        var next = _keys.NextReadAsync();
        _keys.Press(key);
        await next;
    }
}
