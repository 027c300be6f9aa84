using ChatAuth.Core.Access;
using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Credentials;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Telemetry;
using Microsoft.Extensions.AI;

namespace ChatAuth.Core.Tests.Telemetry;

/// <summary>No person, conversation, profile, prompt or secret reaches a listener, whatever happens.</summary>
public sealed class TelemetrySecrecyTests
{
    private const long Person = 424242001;
    private const string Chat = "-100777333555";
    private const string Word = "zebrafish";

    private static readonly string[] Never = [$"{Person}", Chat, "bluebird", "goldfinch", Word, "unlisted-thing", "telegram"];

    [Test]
    public async Task No_text_of_a_whole_story_names_anybody()
    {
        await using var world = new TestWorld(settings => settings with
        {
            AccessRules =
            [
                new("group", false, Rights.All, null, null, TestWorld.Pattern($"telegram:7:{Chat}")),
                new("private", false, Rights.All, null, null, ConversationPattern.Private),
            ],
        });
        using var seen = new RecordedTelemetry(world.Services);

        await TellStoryAsync(world);

        Assert.That(seen.Measurements.Select(measured => measured.Instrument).Distinct(), Is.SupersetOf(new[]
        {
            "chatauth.call.count", "chatauth.failover.count", "chatauth.cooldown.count", "chatauth.pin.changes", "chatauth.command.duration", "chatauth.question.asked",
        }));
        Assert.That(seen.Texts.Where(text => Never.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase))), Is.Empty);
        Assert.That(seen.Texts.SelectMany(Canary.FoundIn), Is.Empty);
    }

    private static async Task TellStoryAsync(TestWorld world)
    {
        world.Credentials.Login("anthropic:bluebird", text: Canary.Access).Key("anthropic:goldfinch", Canary.ApiKey);
        world.Credentials.Order("anthropic", "anthropic:bluebird", "anthropic:goldfinch");
        string[] lines =
        [
            $"tell me of {Word}", "/model opus@anthropic:bluebird", $"/opus@bluebird about {Word}", "/model anthropic/unlisted-thing", "/model @bluebird for 1h",
            $"/model {Word}", $"/model @{Word}", $"/model status {Word}", $"/model {Canary.ApiKey}", $"/model claim {Word}", "/model test", "/model why", "/model history",
            $"{Canary.Token} is my key", "/model unpin", "/model reset",
        ];
        foreach (var context in new[] { world.Private(Person), world.Shared(Person, Chat), world.Operator(Word) })
        {
            foreach (var line in lines) await SayAsync(world, line, world.Context(context.Asker));
            world.Vendor.Fail("anthropic:bluebird", () => new VendorException(
                ErrorCode.VendorLimited, FailureReason.RateLimit, inner: new InvalidOperationException(Canary.Access)));
            await SayAsync(world, Word, world.Context(context.Asker));
            await SayAsync(world, "/model allow", world.Context(context.Asker));
            world.Vendor.Fail("anthropic:goldfinch", () => new InvalidOperationException($"{Canary.ApiKey} {Word}"));
            await SayAsync(world, Word, world.Context(context.Asker));
            world.Vendor.Fail("anthropic:goldfinch", null);
            world.Vendor.Fail("anthropic:bluebird", null);
            world.Time.Advance(TimeSpan.FromHours(3));
        }
        world.Credentials.Remove("anthropic:goldfinch");
        world.Credentials.Login("anthropic:goldfinch").Order("anthropic", "anthropic:bluebird", "anthropic:goldfinch");
        world.Vendor.Fail("anthropic:bluebird", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit));
        await SayAsync(world, Word, world.Operator("failover"));
    }

    private static async Task SayAsync(TestWorld world, string text, CommandContext context)
    {
        if (await world.Handle(text, context) is HandleResult.AskModel ask)
        {
            await world.Chat.AskAsync(context, [new(ChatRole.User, ask.Text)], ask.Choice);
        }
    }
}
