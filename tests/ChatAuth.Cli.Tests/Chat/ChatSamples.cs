using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using Microsoft.Extensions.AI;

namespace ChatAuth.Cli.Tests.Chat;

/// <summary>Replies and answers for the tests of the chat.</summary>
internal static class ChatSamples
{
    public static readonly ShownModel Opus = new(ModelRef.Parse("anthropic/claude-opus-4-5"), "opus", "Claude Opus 4.5");
    public static readonly ShownProfile Work = new("anthropic:work", BillingClass.Subscription);
    public static readonly ShownSession Session = new(Opus, false, null, [], false, 1);

    public static readonly AskUpdate Completed = new AskUpdate.Completed(new ShownReceipt(Opus, Work, DateTimeOffset.UnixEpoch), Session);

    public static readonly Notice PayerNotice = new Notice.PayerChanged(null, Work, null);

    public static readonly CommandReply Status = new CommandReply.Status(
        Opus, new ShownResolution(Opus, [], Work, Precedence.UserPin, null, null, null, null), null, null, null);

    public static AskUpdate Part(string text) => new AskUpdate.Part(new ChatResponseUpdate(ChatRole.Assistant, text));

    public static CommandReply Failed(ErrorCode code) => new CommandReply.Failed(code);

    public static HandleResult Handled(CommandReply reply) => new HandleResult.Handled(reply);
}
