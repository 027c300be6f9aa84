using ChatAuth.Cli.Chat;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>A chat whose lines come from a pipe.</summary>
internal sealed class PipedChat
{
    public ScriptedChatAuth ChatAuth { get; } = new();

    public TerminalNoticeSink Notices { get; } = new();

    public string Output { get; private set; } = "";

    public DateTimeOffset Now { get; } = new(2026, 2, 3, 12, 0, 0, TimeSpan.Zero);

    public Task RunAsync(string input, ChatArguments? arguments = null) => RunAsync(new StringReader(input), arguments);

    public async Task RunAsync(TextReader input, ChatArguments? arguments = null)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IChatAuth>(ChatAuth)
            .AddSingleton<INoticeSink>(Notices)
            .AddSingleton(Mock.Of<TimeProvider>(clock => clock.GetUtcNow() == Now))
            .BuildServiceProvider();
        var terminal = new ChatTerminal(new ScriptedKeys(), () => default, Colour: true);
        await using var output = new StringWriter();
        await new ChatProgram(terminal)
            .RunAsync(arguments ?? new(false, false, SessionKey.Terminal("t1"), null, default), services, input, output, interactive: false, default);
        Output += output.ToString();
    }
}
