using ChatAuth.Testing.Discord;
using ChatAuth.Testing.Discord.Spec;

namespace ChatAuth.Testing.Tests.Discord;

internal sealed class BadAnswerTests : FakeDiscordTest
{
    private static readonly object[] Wrong =
    [
        new { type = 1 },
        new { type = 4, data = new { content = "" } },
        new { type = 4, data = new { content = new string('x', 2001) } },
        new { type = 5, data = new { flags = 4 } },
        new { type = 5, data = new { flags = 64, content = "early" } },
        new { type = 6 },
        new { type = 7, data = new { content = "x" } },
        new { type = 8, data = new { choices = Array.Empty<object>() } },
        new { type = 9, data = new { custom_id = "x", title = "x", components = Array.Empty<object>() } },
        new { type = 4, data = new { content = "x", components = Buttons("a", "a") } },
        "no object",
    ];

    protected override FakeDiscordOptions Options => new() { ResponseWindow = TimeSpan.FromSeconds(1) };

    [TestCaseSource(nameof(Wrong))]
    public async Task Wrong_answer_to_a_command_fails_it(object answer)
    {
        Endpoint.Always(answer);

        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        Assert.That(interaction.Failure, Is.EqualTo("The application did not respond"));
        Assert.That(Server.Defects, Is.Not.Empty);
        Assert.That(Channel.Messages, Is.Empty);
    }

    [Test]
    public async Task Wrong_status_fails_it()
    {
        Endpoint.Status = 202;

        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        Assert.That(interaction.Failure, Is.Not.Null);
        Assert.That(Server.Defects.Single(), Does.Contain("status 202"));
    }

    [Test]
    public async Task Late_answer_fails_it_and_its_token()
    {
        var never = new TaskCompletionSource<object>();
        Endpoint.Answer = _ => never.Task;

        var interaction = await Channel.Slash(Ada, "model").SendAsync();
        never.SetResult(new { type = 5 });

        Assert.That(interaction.Failure, Is.EqualTo("The application did not respond"));
        Assert.That(await AppClient.RefusalAsync(App.EditAsync(interaction, new { content = "late" })), Is.EqualTo("401 50027 Invalid Webhook Token"));
    }

    [Test]
    public async Task Too_many_completions_fail()
    {
        Endpoint.Always(new { type = 8, data = new { choices = Enumerable.Range(0, 26).Select(i => new { name = $"{i}", value = $"{i}" }).ToArray() } });

        Assert.That((await Channel.TypeInto(Ada, "model", "choice", "").SendAsync()).Failure, Is.Not.Null);
    }

    [TestCase("", "x")]
    [TestCase("x", "")]
    [TestCase("x", null)]
    public async Task Bad_completion_fails(string name, string? value)
    {
        Endpoint.Always(new { type = 8, data = new { choices = new[] { new { name, value } } } });

        Assert.That((await Channel.TypeInto(Ada, "model", "choice", "").SendAsync()).Failure, Is.Not.Null);
    }

    [Test]
    public async Task Field_that_Discord_overlooks_is_a_defect()
    {
        if (DiscordSpec.Find() is null) Assert.Ignore("Needs Discord's description: put discord-openapi.json into ../shared/specs.");
        Endpoint.Always(new { type = 4, data = new { content = "x", allowedMentions = new { parse = Array.Empty<string>() } } });

        var interaction = await Channel.Slash(Ada, "model").SendAsync();

        Assert.That(interaction.Failure, Is.Null);
        Assert.That(Server.Defects, Has.One.Contains("unknown allowedMentions"));
    }
}
