using ChatAuth.Core.Commands;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>A profile that is misspelt by one character is an error with an offer: it never pins another, and never becomes a model without a pin.</summary>
internal sealed class MisspeltProfileTests
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyzKR0129@:/.+-_\" ?\n\u202E";

    private static readonly string[] Ids =
    [
        "anthropic:work", "anthropic:wor", "anthropic:works", "anthropic:personal", "anthropic:me+tag@example.com", "anthropic:2025@work", "anthropic:a", "openai:work",
    ];

    private TestWorld _world = null!;

    [SetUp]
    public async Task SetUp()
    {
        _world = new TestWorld();
        foreach (var id in Ids) _world.Credentials.Login(id);
        await _world.Type("/model opus@anthropic:personal");
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    private static IEnumerable<string> Written() => Ids.Where(id => id.StartsWith("anthropic:", StringComparison.Ordinal)).SelectMany(id => new[] { id, id["anthropic:".Length..] });

    private static bool IsKnown(string text) => Written().Concat(Ids).Contains(text.Trim(' ', '\n', '"'), StringComparer.OrdinalIgnoreCase);

    [Test]
    public async Task One_edit_never_pins_unpins_or_spends(
        [Values("/model opus@{0}", "/opus@{0}", "/model @{0}", "/opus@{0} explain this")] string form, [ValueSource(nameof(Written))] string id)
    {
        foreach (var misspelt in Edits(id).Distinct().Where(edit => !IsKnown(edit)))
        {
            var typed = string.Format(null, form, misspelt);

            var result = await _world.Handle(typed);

            if (result is HandleResult.AskModel ask) Assert.That(NamesBeforeBlank(misspelt), Does.Contain(ask.Choice!.Profile.ToString()), typed);
            else Assert.That((result as HandleResult.Handled)?.Reply, Is.InstanceOf<CommandReply.Failed>(), typed);
        }
        var answer = await _world.Answer("who pays?");
        var pins = (await _world.Type<CommandReply.Status>("/model status")).Session!.Pins;

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
        Assert.That(pins.Select(pin => (pin.State, pin.Profile?.Name)), Is.EqualTo(new[] { (PinStateName.UserPinned, "anthropic:personal") }));
        Assert.That(_world.Vendor.Seen, Has.Count.EqualTo(1));
    }

    /// <summary>A blank parts the text into a shorter profile and a prompt; exactly that profile is meant then.</summary>
    private static string[] NamesBeforeBlank(string misspelt)
    {
        var before = misspelt.Split(' ', '\n')[0].ToLowerInvariant();
        return [before, $"anthropic:{before}"];
    }

    private static IEnumerable<string> Edits(string text)
    {
        for (var i = 0; i <= text.Length; i++)
        {
            foreach (var c in Alphabet) yield return text.Insert(i, $"{c}");
            if (i == text.Length) yield break;
            yield return text.Remove(i, 1);
            foreach (var c in Alphabet) yield return text.Remove(i, 1).Insert(i, $"{c}");
            if (i + 1 < text.Length) yield return $"{text[..i]}{text[i + 1]}{text[i]}{text[(i + 2)..]}";
        }
    }
}
