using System.Globalization;
using System.Text;
using ChatAuth.Core.Access;
using ChatAuth.Testing.Credentials;

namespace ChatAuth.Testing.Contracts.Channels;

/// <content>Many names, long names, hostile names, and what must never be shown.</content>
public abstract partial class ChatChannelContract
{
    /// <summary>Alike but for their ends, which no label has room for.</summary>
    private static readonly IReadOnlyList<string> s_sixty = [.. Enumerable.Range(0, 60).Select(number => new string('Ж', 197) + number.ToString("d3", CultureInfo.InvariantCulture))];

    [Test]
    public async Task Sixty_accounts_with_the_longest_names_are_all_reached_by_choices_alone()
    {
        var (ann, place) = await OwnerInPrivate();
        World.Credentials.Remove("anthropic:work");
        World.Credentials.Remove("anthropic:spare");
        foreach (var name in s_sixty) World.Credentials.Token($"anthropic:{name}", text: $"fake-token-{name[^3..]}");
        var reached = new HashSet<string>();

        for (var (page, row) = (1, 0); reached.Count < s_sixty.Count;)
        {
            var menu = await OpenAccounts(ann, place, page);
            var accounts = menu.Choices.Where(IsNumbered).ToList();
            if (row == accounts.Count)
            {
                (page, row) = (page + 1, 0);
                continue;
            }
            await _there.ChooseAsync(ann, menu, accounts[row++]);
            reached.Add((await PinnedAt(place))!);
        }

        Assert.That(reached, Is.EquivalentTo(s_sixty));
    }

    [Test]
    public async Task Sixty_names_fit_into_every_reply()
    {
        var (ann, place) = await OwnerInPrivate();
        foreach (var name in s_sixty) World.Credentials.Token($"anthropic:{name}", text: $"fake-token-{name[^3..]}");

        foreach (var command in new[] { "/model list", "/model status", "/model why", $"/model opus@{s_sixty[7]}", "/model history", "/model opus@nobody", "/model test" })
        {
            var reply = await _there.TypeAsync(ann, place, command);
            Assert.That(reply.IsNothing, Is.False, command);
            Assert.That(reply.Messages.Max(message => message.Text.Length), Is.LessThanOrEqualTo(_there.LongestMessage), command);
            Assert.That(reply.Messages.SelectMany(message => message.Choices).All(choice => choice.Length <= _there.LongestChoice), command);
        }
    }

    [TestCase("evil\u202Egnp.exe")]
    [TestCase("\u001B]52;c;aGk=\a[2J")]
    [TestCase("met\u200Bered\u2066")]
    [TestCase("@everyone <b>/model</b> ```")]
    [TestCase("one\ntwo\u2028three")]
    public async Task Hostile_text_of_a_model_is_shown_without_what_steers(string said)
    {
        var (ann, place) = await OwnerInPrivate();
        World.Vendor.Says = _ => said;

        var answer = await _there.AskAsync(ann, place, "hello");

        Assert.That(answer.Text.EnumerateRunes().Where(Steers), Is.Empty);
        Assert.That(answer.Messages.SelectMany(message => message.Commands), Is.Empty);
    }

    [TestCase("here is {0} for you")]
    [TestCase("/model {0}")]
    [TestCase("/model opus@{0}")]
    [TestCase("/model claim {0}")]
    [TestCase("{0}")]
    public async Task Secret_is_refused_deleted_where_that_can_be_and_never_said_again(string carrier)
    {
        var (ann, place) = await OwnerInPrivate();
        var text = carrier.Replace("{0}", Canary.ApiKey, StringComparison.Ordinal);

        var refused = text.StartsWith('/') ? await _there.TypeAsync(ann, place, text) : await _there.AskAsync(ann, place, text);

        Assert.That(refused.Text, Does.Contain("secret-in-message"));
        Assert.That(World.Vendor.Seen, Is.Empty);
        Assert.That(_there.Requests.SelectMany(Canary.FoundIn), Is.Empty);
        if (_there.DeletesWhatPeopleWrite) Assert.That(_there.WrittenIn(place).SelectMany(Canary.FoundIn), Is.Empty);
    }

    [Test]
    public async Task Secret_of_an_account_is_in_no_request()
    {
        var (ann, place) = await OwnerInPrivate();
        World.Credentials.Token("anthropic:canary", text: Canary.Token).Key("openai:canary", Canary.ApiKey);

        foreach (var command in new[] { "/model list", "/model status", "/model why", "/model opus@canary", "/model test", "/model gpt@canary", "/model history" })
        {
            await _there.TypeAsync(ann, place, command);
        }
        await _there.AskAsync(ann, place, "hello");

        Assert.That(_there.Requests.SelectMany(Canary.FoundIn), Is.Empty);
    }

    private async Task<ShownMessage> OpenAccounts(Person who, ChannelPlace place, int page)
    {
        var list = await _there.TypeAsync(who, place, "/model list");
        var accounts = (await _there.ChooseAsync(who, list.Menu, "opus")).Menu;
        for (var at = 1; at < page; at++) accounts = (await _there.ChooseAsync(who, accounts, "›")).Menu;
        return accounts;
    }

    /// <summary>Models have numbers, which can be typed; accounts have letters.</summary>
    private static bool IsNumbered(string choice) => choice.IndexOf(". ", StringComparison.Ordinal) is > 0 and var dot
        && (choice.AsSpan(0, dot).IndexOfAnyExceptInRange('0', '9') < 0 || (dot == 1 && char.IsAsciiLetterLower(choice[0])));

    private static bool Steers(Rune rune) => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
