using ChatAuth.Core.Chat;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;

namespace ChatAuth.Testing.Contracts.Channels;

/// <content>Questions to the model, and who pays for them.</content>
public abstract partial class ChatChannelContract
{
    [Test]
    public async Task Question_is_answered_by_what_is_pinned()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model sonnet@spare");

        var answer = await _there.AskAsync(ann, place, "What is the time?");

        Assert.That(answer.Text, Does.Contain("anthropic/claude-sonnet-4-5 by anthropic:spare"));
        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:spare: What is the time?" }));
    }

    [Test]
    public async Task Other_payer_is_asked_about_before_anything_is_sent()
    {
        var (ann, place) = await OwnerInPrivate();

        var question = await AskWithTheKeyAlone(ann, place);

        Assert.That(question.Text, Does.Contain("payer-change").And.Contain("api"));
        Assert.That(question.Menu.Offers("once") && question.Menu.Offers("here") && question.Menu.Offers("No"), $"{question.Menu}");
        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: first" }));
    }

    [Test]
    public async Task Yes_to_one_message_sends_it_and_the_next_is_asked_about_again()
    {
        var (ann, place) = await OwnerInPrivate();
        var question = await AskWithTheKeyAlone(ann, place);

        var answer = await _there.ChooseAsync(ann, question.Menu, "once");
        var next = await _there.AskAsync(ann, place, "third");

        Assert.That(answer.Text, Does.Contain("by anthropic:api"));
        Assert.That(next.Text, Does.Contain("payer-change"));
        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: first", "anthropic:api: second" }));
    }

    [Test]
    public async Task Yes_chosen_twice_sends_once()
    {
        var (ann, place) = await OwnerInPrivate();
        var question = await AskWithTheKeyAlone(ann, place);
        await _there.ChooseAsync(ann, question.Menu, "once");

        var second = await _there.ChooseAsync(ann, question.Menu, "once");

        Assert.That(second.IsNothing, Is.False);
        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: first", "anthropic:api: second" }));
    }

    [Test]
    public async Task Yes_for_here_holds_for_later_messages()
    {
        var (ann, place) = await OwnerInPrivate();
        var question = await AskWithTheKeyAlone(ann, place);

        await _there.ChooseAsync(ann, question.Menu, "here");
        await _there.AskAsync(ann, place, "third");

        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: first", "anthropic:api: second", "anthropic:api: third" }));
    }

    [Test]
    public async Task No_sends_nothing()
    {
        var (ann, place) = await OwnerInPrivate();
        var question = await AskWithTheKeyAlone(ann, place);

        var noted = await _there.ChooseAsync(ann, question.Menu, "No");
        var late = await _there.ChooseAsync(ann, question.Menu, "once");

        Assert.That(noted.Text, Does.Contain("does not pay"));
        Assert.That(late.IsNothing, Is.False);
        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: first" }));
    }

    [Test]
    public async Task Question_to_one_person_is_not_answered_by_another()
    {
        var (ann, bob, place) = await TwoInShared();
        var question = await AskWithTheKeyAlone(ann, place);

        await _there.ChooseAsync(bob, question.Menu, "once");

        Assert.That(Served(), Is.EqualTo(new[] { "anthropic:work: first" }));
    }

    [Test]
    public async Task Broken_pin_offers_the_other_account_and_the_way_out()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model opus@work");
        World.Credentials.Remove("anthropic:work");

        var refused = await _there.AskAsync(ann, place, "hello");
        await _there.ChooseAsync(ann, refused.Menu, "spare");

        Assert.That(refused.Text, Does.Contain("pin-missing"));
        Assert.That(refused.Menu.Offers("Unpin"));
        Assert.That(World.Vendor.Seen, Is.Empty);
        Assert.That(await PinnedAt(place), Is.EqualTo("spare"));
    }

    [Test]
    public async Task Failure_of_the_vendor_is_told_by_its_code()
    {
        var (ann, place) = await OwnerInPrivate();
        await _there.TypeAsync(ann, place, "/model opus@work");
        World.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorTimeout, FailureReason.Timeout, mayHaveBeenCharged: true));

        var refused = await _there.AskAsync(ann, place, "hello");

        Assert.That(refused.Text, Does.Contain("vendor-timeout"));
    }

    [Test]
    public async Task Long_answer_comes_in_messages_that_hold_all_of_it()
    {
        var (ann, place) = await OwnerInPrivate();
        var words = string.Join(' ', Enumerable.Range(1, 3 * _there.LongestMessage / 5).Select(number => $"{number:x4}"));
        World.Vendor.Says = _ => words;

        var answer = await _there.AskAsync(ann, place, "hello");

        Assert.That(answer.Messages, Has.Count.GreaterThan(2));
        Assert.That(answer.Messages.Max(message => message.Text.Length), Is.LessThanOrEqualTo(_there.LongestMessage));
        Assert.That(string.Join(' ', string.Join(' ', answer.Messages.Select(message => message.Text)).Split(' ', '\n')), Does.StartWith(words));
    }

    [TestCase("Type /model opus@anthropic:spare now")]
    [TestCase("/opus\n/model_x (/unpin) «/reset»")]
    [TestCase("<b>/model</b> `/model` **/model** /model@ChatAuthTestBot")]
    public async Task Command_in_an_answer_cannot_be_tapped(string said)
    {
        var (ann, place) = await OwnerInPrivate();
        World.Vendor.Says = _ => said;

        var answer = await _there.AskAsync(ann, place, "hello");

        Assert.That(answer.Messages.SelectMany(message => message.Commands), Is.Empty);
        Assert.That(Plain(answer.Text), Does.Contain(Plain(said)));
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [TestCase("")]
    [TestCase(" \n\u200B ")]
    public async Task Empty_answer_is_said_to_be_one(string said)
    {
        var (ann, place) = await OwnerInPrivate();
        World.Vendor.Says = _ => said;

        var answer = await _there.AskAsync(ann, place, "hello");

        Assert.That(answer.IsNothing, Is.False);
    }

    /// <summary>Without what a platform may put around a word to keep it from being a command.</summary>
    private static string Plain(string text) => text.Replace("`", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal);

    /// <summary>A subscription paid for the first message; only a metered key is left for the second.</summary>
    private async Task<ChannelReply> AskWithTheKeyAlone(Core.Access.Person who, ChannelPlace place)
    {
        World.Credentials.Key("anthropic:api").Remove("anthropic:spare");
        await _there.AskAsync(who, place, "first");
        World.Credentials.Remove("anthropic:work");
        return await _there.AskAsync(who, place, "second");
    }
}
