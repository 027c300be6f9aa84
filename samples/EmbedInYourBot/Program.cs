// Question: what does it take to give an existing bot the whole of /model?
// This bot's platform is the console: each line is a message of person 7, who may do everything in private (appsettings.json).
using ChatAuth;
using ChatAuth.Channels;
using ChatAuth.Core;
using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Sessions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.Services.AddChatAuth(builder.Configuration);
builder.Services.AddHostedService<ConsoleBot>();
await builder.Build().RunAsync();

internal sealed class ConsoleBot(IChatAuth chatAuth, IHostApplicationLifetime lifetime) : BackgroundService
{
    private readonly List<ChatMessage> _history = [];
    private readonly string _run = Guid.NewGuid().ToString("n");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        for (var number = 1; await Console.In.ReadLineAsync(stoppingToken) is { } text; number++)
        {
            await Console.Out.WriteLineAsync(await AnswerAsync(ContextOf(number), text, stoppingToken));
        }
        lifetime.StopApplication();
    }

    /// <summary>The three cases that every bot has.</summary>
    private async Task<string?> AnswerAsync(CommandContext context, string text, CancellationToken ct)
    {
        switch (await chatAuth.HandleAsync(context, text, ct))
        {
            case HandleResult.Handled handled: return handled.Reply.ToPlainText();
            case HandleResult.AskModel ask: return await AskAsync(context, ask, ct);
            default: return null;
        }
    }

    private async Task<string> AskAsync(CommandContext context, HandleResult.AskModel ask, CancellationToken ct)
    {
        var question = new ChatMessage(ChatRole.User, ask.Text);
        var result = await chatAuth.AskAsync(context, [.. _history, question], ask.Choice, ct);
        if (result is AskResult.Answer answer) _history.AddRange([question, .. answer.Response.Messages]);
        return result.ToPlainText();
    }

    private CommandContext ContextOf(int number) => new()
    {
        Asker = new Asker(new Person("console", 7), new SessionKey("console", "embed", "7"), IsPrivate: true),
        Cause = new ChangeCause($"console:embed:{_run}-{number}"),
        IsOnlyBot = true,
    };
}
