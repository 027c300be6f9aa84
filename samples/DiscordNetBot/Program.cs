// Question: what does a bot on Discord.Net need to have /model, and to answer with the account that was pinned?
// It answers whoever mentions it. DISCORD_TOKEN is the bot's token, DISCORD_URL a proxy of the REST API of one's own, where there is one; who may ask is configured as for every host of
// ChatAuth.
using ChatAuth;
using ChatAuth.Channels;
using ChatAuth.Core;
using ChatAuth.Core.Commands;
using ChatAuth.DiscordNet;
using Discord;
using Discord.Net.Rest;
using Discord.WebSocket;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

var builder = Host.CreateApplicationBuilder(args);
var discord = new Uri(builder.Configuration["DISCORD_URL"] ?? DiscordConfig.APIUrl);
builder.Services.AddSingleton(new DiscordSocketClient(new() { RestClientProvider = _ => DefaultRestClientProvider.Instance($"{discord}") }));
builder.Services.AddChatAuth(builder.Configuration);
builder.Services.AddChatAuthDiscordNet(bridge => bridge.BaseUrl = discord);
builder.Services.AddHostedService<MentionBot>();
await builder.Build().RunAsync();

internal sealed class MentionBot(DiscordSocketClient client, IChatAuth chatAuth, IConfiguration configuration, IHostApplicationLifetime host) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        client.MessageReceived += message =>
        {
            _ = AnswerAsync(message, host.ApplicationStopping); // The library's connection waits for its handlers.
            return Task.CompletedTask;
        };
        await client.LoginAsync(TokenType.Bot, configuration["DISCORD_TOKEN"]);
        await client.StartAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => client.StopAsync();

    /// <summary>Nobody waits for it, so it says itself what failed: by its kind, because an exception's text may quote what was sent.</summary>
    private async Task AnswerAsync(SocketMessage message, CancellationToken stop)
    {
        try
        {
            var me = client.CurrentUser;
            if (message.MentionedUsers.All(user => user.Id != me.Id) || message.ToCommandContext(me.Id) is not { } context) return;
            var text = message.Content.Replace(me.Mention, "").Trim();
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

    private static Task SayAsync(SocketMessage to, string text, CancellationToken stop) => to.Channel.SendMessageAsync(
        text[..Math.Min(text.Length, 2000)], allowedMentions: AllowedMentions.None, flags: MessageFlags.SuppressEmbeds, options: new RequestOptions { CancelToken = stop });
}
