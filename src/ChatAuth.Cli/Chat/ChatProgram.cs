using System.Security.Cryptography;
using ChatAuth.Channels.Terminal;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Cli.Chat;

/// <summary>What <c>chatauth chat</c> runs: a conversation at this terminal, by the same steps as any bot's.</summary>
/// <param name="terminal">Used in an interactive chat only.</param>
internal sealed class ChatProgram(ChatTerminal terminal)
{
    /// <summary>Chats until the input ends or a person ends it.</summary>
    /// <param name="arguments">What was asked for.</param>
    /// <param name="services">Has <see cref="IChatAuth"/>; a clock, an <see cref="ICompletionSource"/> and a <see cref="TerminalNoticeSink"/> are used where they are.</param>
    /// <param name="input">The lines; not read in an interactive chat.</param>
    /// <param name="output">Gets all that is said.</param>
    /// <param name="interactive">A person sits at both ends.</param>
    /// <param name="cancellationToken">Ends the chat.</param>
    public async Task RunAsync(
        ChatArguments arguments, IServiceProvider services, TextReader input, TextWriter output, bool interactive, CancellationToken cancellationToken)
    {
        var run = RandomNumberGenerator.GetHexString(16, lowercase: true);
        var contexts = new ContextSequence(ChatSeat.Of(arguments), run, services.GetService<TimeProvider>() ?? TimeProvider.System);
        var chatAuth = services.GetRequiredService<IChatAuth>();
        if (interactive && !arguments.Json)
        {
            await RunOnScreenAsync(arguments, services, chatAuth, contexts, output, cancellationToken);
            return;
        }

        var plain = new PlainOutput(output);
        IChatOutput lines = arguments.Json ? new JsonChatOutput(output) : arguments.Log is null ? new ReferenceHint(plain, plain.Remark) : plain;
        Attach(services, contexts, lines);
        await new PipeChat(new Conversation(chatAuth, contexts, lines), input).RunAsync(cancellationToken);
    }

    private async Task RunOnScreenAsync(
        ChatArguments arguments, IServiceProvider services, IChatAuth chatAuth, ContextSequence contexts, TextWriter output,
        CancellationToken cancellationToken)
    {
        var names = new NameCompletion(services.GetService<ICompletionSource>(), contexts);
        var history = new LineHistory();
        var keys = new TypeAhead(terminal.Keys);
        var editor = new LineEditor(keys, new LineDisplay(output, terminal.Size, terminal.Colour), history, names.Complete);
        var screen = new ScreenOutput(output, editor, terminal.Colour);

        var first = await chatAuth.HandleAsync(contexts.Next(), "/model status", cancellationToken);
        var status = (first as HandleResult.Handled)?.Reply;
        editor.WriteAbove(TerminalBanner.Render(contexts.Conversation, status, arguments.Demo, terminal.Colour));

        Attach(services, contexts, screen);
        await TellOperatorAsync(services, cancellationToken);
        var conversation = new Conversation(chatAuth, contexts, arguments.Log is null ? new ReferenceHint(screen, screen.Remark) : screen);
        await new ScreenChat(conversation, editor, history, names, screen, keys).RunAsync(cancellationToken);
    }

    /// <summary>Right at the start, not with the first look of the watch: a chat can be short.</summary>
    private static async Task TellOperatorAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetService<OwnerNotices>() is not { } notices || services.GetService<ChatAuthSettings>() is not { TellOwners: true }) return;
        try
        {
            await notices.TellAsync(cancellationToken);
        }
        catch (ChatAuthException)
        {
            // A store that does not answer says so to whoever asks for something; the watch tries again.
        }
    }

    private static void Attach(IServiceProvider services, ContextSequence contexts, IChatOutput output) =>
        (services.GetService<INoticeSink>() as TerminalNoticeSink)?.Attach(contexts.Asker, output);
}
