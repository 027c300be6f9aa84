using ChatAuth.Channels;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Core.Profiles;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Commands;

/// <summary>Models that no configuration lists, because a vendor offers them to an account.</summary>
public sealed class OfferedModelsInChatTests
{
    private static readonly string[] s_all = ["claude-opus-4-5", "claude-sonnet-4-5", "claude-x|Claude X", "claude-y"];

    /// <summary>A vendor that names its models as it likes, for a person who has no profile <c>work</c>.</summary>
    private static Task<ListedWorld> Evil(params string[] models) => new ListedWorld(settings => settings with
    {
        Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [], endpoints: [new ProviderEndpoint(ProviderId.Parse("evil"), null, null)]),
    }).WithAsync(("evil:team", models), ("anthropic:personal", ["claude-opus-4-5", "claude-sonnet-4-5"]));

    private static Task<ListedWorld> Listed(params (string Profile, string[] Models)[] offers) => new ListedWorld().WithAsync(offers);

    [Test]
    public async Task List_shows_the_configured_models_and_where_there_are_more()
    {
        await using var listed = await Listed(("anthropic:work", s_all));

        var list = await listed.World.Type<CommandReply.Picker>("/model list");

        Assert.That(list.Rows.Select(row => row.Model.Short), Is.EqualTo(new[] { "opus", "sonnet", "gpt", "gemini" }));
        Assert.That(list.More, Is.EqualTo(new[] { new MoreModels(ProviderId.Parse("anthropic"), 2) }));
        Assert.That(list.ToPlainText(), Does.Contain("Offered besides: 2 of anthropic").And.Contain("/model list anthropic"));
    }

    [TestCase("/model list anthropic")]
    [TestCase("/models anthropic")]
    [TestCase("/model ANTHROPIC")]
    public async Task List_of_a_provider_goes_on_with_what_it_offers(string typed)
    {
        await using var listed = await Listed(("anthropic:work", s_all));

        var list = await listed.World.Type<CommandReply.Picker>(typed);

        Assert.That(list.Rows.Select(row => (row.Number, row.Model.Short, row.Model.Label)), Is.EqualTo(new[]
        {
            (1, "opus", "Claude Opus 4.5"), (2, "sonnet", "Claude Sonnet 4.5"), (5, "anthropic/claude-x", "Claude X"), (6, "anthropic/claude-y", "anthropic/claude-y"),
        }));
        Assert.That(list.More, Is.Empty);
    }

    [Test]
    public async Task Number_of_an_offered_model_selects_it_as_verified()
    {
        await using var listed = await Listed(("anthropic:work", s_all));
        await listed.World.Type("/model list anthropic");

        var changed = await listed.World.Type<CommandReply.ChoiceChanged>("/model 5");

        Assert.That((changed.Session!.Model.Ref.ToString(), changed.Verified), Is.EqualTo(("anthropic/claude-x", true)));
    }

    [TestCase("/model anthropic/claude-x")]
    [TestCase("/model claude-x")]
    [TestCase("/model CLAUDE-X")]
    [TestCase("/model Anthropic/Claude-X")]
    [TestCase("/model claude-x@work")]
    public async Task Offered_model_is_selected_as_a_configured_one_is(string typed)
    {
        await using var listed = await Listed(("anthropic:work", s_all));

        var changed = await listed.World.Type<CommandReply.ChoiceChanged>(typed);

        Assert.That((changed.Session!.Model.Ref.ToString(), changed.Verified), Is.EqualTo(("anthropic/claude-x", true)));
    }

    [Test]
    public async Task Misspelt_name_of_an_offered_model_is_offered_back()
    {
        await using var listed = await Listed(("anthropic:work", s_all));

        var refused = await listed.World.Type<CommandReply.Failed>("/model claude-xx");

        Assert.That(refused.Works, Does.Contain("/model anthropic/claude-x"));
    }

    [Test]
    public async Task Completion_knows_offered_models()
    {
        await using var listed = await Listed(("anthropic:work", s_all));

        var names = await listed.World.Services.GetRequiredService<ICompletionSource>().ListAsync(listed.World.Operator(), default);

        Assert.That(names.Models.Select(model => model.Ref.Model), Is.SupersetOf(new[] { "claude-opus-4-5", "claude-x", "claude-y" }));
    }

    [Test]
    public async Task Selection_outlives_the_list_that_had_it()
    {
        await using var listed = await Listed(("anthropic:work", s_all));
        await listed.World.Type("/model claude-x@work");
        listed.Lister.Offer("anthropic:work", "claude-opus-4-5");
        await listed.RefreshAsync();

        var answer = await listed.World.Answer("hello");

        Assert.That(answer.Receipt.Model.Ref.Model, Is.EqualTo("claude-x"));
    }

    [Test]
    public async Task Configured_model_that_nobody_is_offered_is_marked_and_stays()
    {
        await using var listed = await Listed(("anthropic:work", ["claude-sonnet-4-5"]));

        var list = await listed.World.Type<CommandReply.Picker>("/model list");
        var status = await listed.World.Type<CommandReply.Status>("/model status");

        Assert.That(list.Rows[0].NotOfferedTo.Single().Name, Is.EqualTo("anthropic:work"));
        Assert.That(list.Rows.Skip(1).SelectMany(row => row.NotOfferedTo), Is.Empty);
        Assert.That(list.ToPlainText(), Does.Contain("not in work's list"));
        Assert.That(status.ToPlainText(), Does.Contain("not in work's list"));
        Assert.That((await listed.World.Answer("hello")).Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Resting_account_is_named_and_an_expired_one_is_not()
    {
        await using var listed = await Listed(("anthropic:work", ["claude-x"]));
        listed.World.Credentials.Token("anthropic:old", listed.World.Time.GetUtcNow().AddHours(1));
        await listed.RefreshAsync();
        listed.World.Time.Advance(TimeSpan.FromHours(2));

        var list = await listed.World.Type<CommandReply.Picker>("/model list");

        Assert.That(list.Rows[0].NotOfferedTo.Select(account => account.Name), Is.EqualTo(new[] { "anthropic:work" }));
    }

    [Test]
    public async Task Accounts_of_a_model_are_those_that_are_offered_it_and_those_that_nobody_asked()
    {
        await using var listed = await Listed(("anthropic:work", s_all), ("anthropic:personal", ["claude-opus-4-5"]));
        listed.World.Credentials.Key("anthropic:new");

        var list = await listed.World.Type<CommandReply.Picker>("/model list anthropic");

        Assert.That(list.Rows.Single(row => row.Model.Ref.Model == "claude-x").Accounts.Select(account => account.Profile.Name), Is.EquivalentTo(new[] { "anthropic:work", "anthropic:new" }));
        Assert.That(list.Rows.Single(row => row.Model.Short == "opus").Accounts, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Account_that_is_not_offered_a_model_is_not_chosen_for_it_by_itself()
    {
        await using var listed = await Listed(("anthropic:personal", ["claude-opus-4-5"]), ("anthropic:work", s_all));
        await listed.World.Type("/model claude-x");

        var why = await listed.World.Type<CommandReply.Why>("/model why");
        var answer = await listed.World.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:work"));
        Assert.That(why.Resolution.Candidates.Single(candidate => candidate.Profile.Name == "anthropic:personal").Reason, Is.EqualTo(CandidateReason.ModelNotOffered));
    }

    [TestCase]
    [TestCase("claude-opus-4-5", "an id that is not understood")]
    public async Task List_that_may_lack_something_passes_nobody_over(params string[] models)
    {
        await using var listed = await Listed(("anthropic:personal", models), ("anthropic:work", s_all));
        await listed.World.Type("/model claude-x");

        Assert.That((await listed.World.Answer("hello")).Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task List_that_may_lack_something_marks_no_model()
    {
        await using var listed = await Listed(("anthropic:work", ["claude-sonnet-4-5", "an id that is not understood"]));

        var list = await listed.World.Type<CommandReply.Picker>("/model list");

        Assert.That(list.Rows.SelectMany(row => row.NotOfferedTo), Is.Empty);
    }

    [TestCase(7, "anthropic:work")]
    [TestCase(8, "anthropic:personal")]
    public async Task Old_list_passes_nobody_over(int days, string pays)
    {
        await using var listed = await Listed(("anthropic:personal", ["claude-opus-4-5"]), ("anthropic:work", s_all));
        listed.World.Time.Advance(TimeSpan.FromDays(days));
        await listed.World.Type("/model claude-x");

        Assert.That((await listed.World.Answer("hello")).Receipt.Profile.Name, Is.EqualTo(pays));
    }

    [Test]
    public async Task Pin_on_an_account_that_is_not_offered_the_model_holds()
    {
        await using var listed = await Listed(("anthropic:personal", ["claude-opus-4-5"]), ("anthropic:work", s_all));
        await listed.World.Type("/model claude-x@personal");

        var answer = await listed.World.Answer("hello");

        Assert.That(answer.Receipt.Profile.Name, Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task Allowlist_decides_over_what_vendors_offer()
    {
        await using var listed = await new ListedWorld(settings => settings with
        {
            Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [], [ModelRef.Parse("anthropic/claude-y")]),
        }).WithAsync(("anthropic:work", s_all));

        var list = await listed.World.Type<CommandReply.Picker>("/model list anthropic");

        Assert.That(list.Rows.Select(row => row.Model.Ref.Model), Is.EqualTo(new[] { "claude-opus-4-5", "claude-y" }));
        Assert.That((await listed.World.Type<CommandReply.Failed>("/model anthropic/claude-x")).Code, Is.EqualTo(ErrorCode.ModelNotAllowed));
    }

    [Test]
    public async Task What_is_typed_in_full_is_never_another_vendors()
    {
        await using var listed = await new ListedWorld(settings => settings with
        {
            Catalog = new ModelCatalog(settings.Catalog.Models, settings.Catalog.Default, [], endpoints: [new ProviderEndpoint(ProviderId.Parse("openrouter"), null, null)]),
        }).WithAsync(("openrouter:team", ["anthropic/claude-z", "claude-opus-4-5", "solo/model"]), ("anthropic:work", s_all));

        var full = await listed.World.Type<CommandReply.ChoiceChanged>("/model anthropic/claude-z");
        var configured = await listed.World.Type<CommandReply.ChoiceChanged>("/model claude-opus-4-5");
        var foreign = await listed.World.Type<CommandReply.ChoiceChanged>("/model solo/model");

        Assert.That((full.Session!.Model.Ref.Provider.Name, full.Verified), Is.EqualTo(("anthropic", false)));
        Assert.That(configured.Session!.Model.Ref.Provider.Name, Is.EqualTo("anthropic"));
        Assert.That((foreign.Session!.Model.Ref.Provider.Name, foreign.Verified), Is.EqualTo(("openrouter", true)));
    }

    [TestCase("/model opus@work", "opus@work")]
    [TestCase("/model \"opus@work\"", "opus@work")]
    [TestCase("/model claude-opus-4-5@work", "claude-opus-4-5@work")]
    [TestCase("/model OPUS@WORK", "opus@work")]
    [TestCase("/model nothing@work", "nothing@work")]
    [TestCase("/model anthropic", "anthropic")]
    [TestCase("/model Anthropic", "anthropic")]
    [TestCase("/models anthropic", "anthropic")]
    [TestCase("/model opus", "opus")]
    public async Task Vendor_cannot_take_what_is_typed_by_calling_a_model_so(string typed, string named)
    {
        await using var plain = await Evil("harmless");
        await using var taken = await Evil(named);

        var (expected, reply) = (await plain.World.Type(typed), await taken.World.Type(typed));

        Assert.That(reply.ToPlainText(), Is.EqualTo(expected.ToPlainText()));
    }

    [TestCase("/model evil/opus@work", "evil/opus@work")]
    [TestCase("/model evil/anthropic", "evil/anthropic")]
    public async Task Model_of_such_a_name_is_selected_in_full(string typed, string model)
    {
        await using var listed = await Evil("opus@work", "anthropic");

        var changed = await listed.World.Type<CommandReply.ChoiceChanged>(typed);

        Assert.That((changed.Session!.Model.Ref.ToString(), changed.Verified), Is.EqualTo((model, true)));
    }

    [Test]
    public async Task Buttons_lead_to_the_models_of_a_provider_and_back()
    {
        await using var listed = await Listed(("anthropic:work", s_all));
        var alice = () => listed.World.Operator() with { HasButtons = true };

        var list = await listed.World.Type<CommandReply.Picker>("/model list", alice());
        var more = await listed.World.Tap<CommandReply.Picker>(list.Actions.Single(action => action is { Kind: ReplyActionKind.List, Provider: not null }), alice());
        var chosen = await listed.World.Tap<CommandReply.ChoiceChanged>(more.Row("anthropic/claude-x"), alice());
        var back = await listed.World.Tap<CommandReply.Picker>(more.Actions.Single(action => action is { Kind: ReplyActionKind.List, Provider: null }), alice());

        Assert.That(chosen.Session!.Model.Ref.Model, Is.EqualTo("claude-x"));
        Assert.That(back.Rows.Select(row => row.Number), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(back.Rows[^1].IsCurrent, Is.True);
    }

    [Test]
    public async Task No_vendor_is_asked_on_the_way_of_a_message()
    {
        await using var listed = await Listed(("anthropic:work", s_all));
        var asked = listed.Lister.Asked.Count;

        foreach (var typed in (string[])["/model list", "/model list anthropic", "/model claude-x", "/model status", "/model claude-none"]) await listed.World.Handle(typed);
        await listed.World.Answer("hello");

        Assert.That(listed.Lister.Asked, Has.Count.EqualTo(asked));
    }

    [Test]
    public async Task Number_counts_no_more_when_a_later_list_has_other_models()
    {
        await using var listed = await Listed(("anthropic:work", s_all));
        await listed.World.Type("/model list anthropic");
        listed.Lister.Offer("anthropic:work", "claude-a", "claude-x");
        await listed.RefreshAsync();

        var reply = await listed.World.Type("/model 5");

        Assert.That(reply, Is.InstanceOf<CommandReply.Picker>());
    }
}
