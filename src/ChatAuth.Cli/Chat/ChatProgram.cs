using System.Security.Cryptography;
using ChatAuth.Channels.Terminal;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Chat;

/// <summary>What <c>chatauth chat</c> runs: a conversation at this terminal, by the same steps as any bot's.</summary>
/// <param name="terminal">Used in an interactive chat only.</param>
internal sealed class ChatProgram(ChatTerminal terminal)
{
    /// <summary>Chats until the input ends or a person ends it.</summary>
    /// <param name="options">As typed.</param>
    /// <param name="services">Has <see cref="IChatAuth"/>; a clock, an <see cref="ICompletionSource"/> and a <see cref="TerminalNoticeSink"/> are used where they are.</param>
    /// <param name="input">The lines; not read in an interactive chat.</param>
    /// <param name="output">Gets all that is said.</param>
    /// <param name="interactive">A person sits at both ends.</param>
    /// <param name="cancellationToken">Ends the chat.</param>
    /// <returns><see cref="ExitCodes.Ok"/>; <see cref="ExitCodes.Usage"/> when an option cannot be read: then nothing was said.</returns>
    public async Task<int> RunAsync(
        ChatOptions options, IServiceProvider services, TextReader input, TextWriter output, bool interactive, CancellationToken cancellationToken)
    {
        if (ChatSeat.Find(options) is not { } seat) return ExitCodes.Usage;

        var run = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var contexts = new ContextSequence(seat, run, services.GetService<TimeProvider>() ?? TimeProvider.System);
        var chatAuth = services.GetRequiredService<IChatAuth>();
        if (interactive && !options.Json)
        {
            await RunOnScreenAsync(options, services, chatAuth, contexts, output, cancellationToken);
            return ExitCodes.Ok;
        }

        IChatOutput lines = options.Json ? new JsonOutput(output) : new PlainOutput(output);
        Attach(services, contexts, lines);
        await new PipeChat(new Conversation(chatAuth, contexts, lines), input).RunAsync(cancellationToken);
        return ExitCodes.Ok;
    }

    private async Task RunOnScreenAsync(
        ChatOptions options, IServiceProvider services, IChatAuth chatAuth, ContextSequence contexts, TextWriter output,
        CancellationToken cancellationToken)
    {
        var names = new NameCompletion(services.GetService<ICompletionSource>(), contexts);
        var history = new LineHistory();
        var editor = new LineEditor(terminal.Keys, new LineDisplay(output, terminal.Size, terminal.Colour), history, names.Complete);
        var screen = new ScreenOutput(output, editor, terminal.Colour);

        var first = await chatAuth.HandleAsync(contexts.Next(), "/model status", cancellationToken);
        var status = (first as HandleResult.Handled)?.Reply;
        editor.WriteAbove(TerminalBanner.Render(contexts.Conversation, status, options.Demo, terminal.Colour));

        Attach(services, contexts, screen);
        var conversation = new Conversation(chatAuth, contexts, screen);
        await new ScreenChat(conversation, editor, history, names, screen, terminal.OnInterrupt).RunAsync(cancellationToken);
    }

    private static void Attach(IServiceProvider services, ContextSequence contexts, IChatOutput output) =>
        (services.GetService<INoticeSink>() as TerminalNoticeSink)?.Attach(contexts.Conversation, output);
}
