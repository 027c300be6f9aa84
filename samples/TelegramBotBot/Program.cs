// Question: what does a bot on Telegram.Bot need to have /model, and to answer with the account that was pinned?
// It answers whoever writes to it in private. TELEGRAM_TOKEN is the bot's token, TELEGRAM_URL a Bot API server of one's own, where there is one; who may ask is configured as for every
// host of ChatAuth.
using ChatAuth;
using ChatAuth.Channels;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.TelegramBot;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Telegram.Bot;
using Telegram.Bot.Polling;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

var builder = Host.CreateApplicationBuilder(args);
var options = new TelegramBotClientOptions(builder.Configuration["TELEGRAM_TOKEN"]!, builder.Configuration["TELEGRAM_URL"]);
builder.Services.AddSingleton<ITelegramBotClient>(new TelegramBotClient(options));
builder.Services.AddChatAuth(builder.Configuration);
builder.Services.AddChatAuthTelegramBot();
builder.Services.AddHostedService<PrivateBot>();
await builder.Build().RunAsync();

internal sealed class PrivateBot(ITelegramBotClient bot, IChatAuth chatAuth, IServiceProvider services) : BackgroundService, IUpdateHandler
{
    private User? _me;

    public async Task HandleUpdateAsync(ITelegramBotClient botClient, Update update, CancellationToken cancellationToken)
    {
        if (await bot.TryHandleAsync(update, services, cancellationToken)) return;
        if (update.Message is { Chat.Type: ChatType.Private, Text: { } text } message) _ = AnswerAsync(message, text, cancellationToken); // The next update waits for its handler.
    }

    public Task HandleErrorAsync(ITelegramBotClient botClient, Exception exception, HandleErrorSource source, CancellationToken cancellationToken) =>
        Console.Error.WriteLineAsync($"{source}: {exception.GetType().Name}");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _me = await bot.GetMe(stoppingToken);
        await bot.ReceiveAsync(this, cancellationToken: stoppingToken);
    }

    /// <summary>Nobody waits for it, so it says itself what failed: by its kind, because an exception's text may quote what was sent.</summary>
    private async Task AnswerAsync(Message message, string text, CancellationToken stop)
    {
        try
        {
            if (message.ToCommandContext(_me!) is not { } context) return;
            switch (await chatAuth.HandleAsync(context, text, stop))
            {
                case HandleResult.Handled handled: await SayAsync(message, handled.Reply.ToPlainText(), stop); break;
                case HandleResult.AskModel ask:
                    var answer = await chatAuth.AskAsync(context, [new ChatMessage(ChatRole.User, ask.Text)], ask.Choice, stop);
                    await SayAsync(message, answer.ToPlainText(), stop);
                    break;
            }
        }
        catch (Exception failed) when (!stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync(failed.GetType().Name);
        }
    }

    private Task SayAsync(Message to, string text, CancellationToken stop) =>
        bot.SendMessage(to.Chat, text[..Math.Min(text.Length, 4096)], linkPreviewOptions: LinkPreviewOptions.Disabled, cancellationToken: stop);
}
