using ChatAuth.Core.Access;

namespace ChatAuth.Testing.Contracts.Channels;

/// <content>Strangers and claims.</content>
public abstract partial class ChatChannelContract
{
    [Test]
    public async Task Stranger_is_denied_in_private_and_told_how_to_be_admitted()
    {
        var stranger = _there.AddPerson("Mallory");
        var place = _there.OpenPrivate(stranger);

        var reply = await _there.TypeAsync(stranger, place, "/model status");

        Assert.That(reply.Text, Does.Contain("right-missing").And.Contain($"chatauth access allow {stranger}"));
        Assert.That(reply.Text, Does.Not.Contain("opus").And.Not.Contain("work"));
    }

    [Test]
    public async Task Stranger_is_told_so_once_a_day()
    {
        var stranger = _there.AddPerson("Mallory");
        var place = _there.AddShared("Elsewhere");
        await _there.TypeAsync(stranger, place, "/model status");

        var again = await _there.TypeAsync(stranger, place, "/model list");
        await _there.PassAsync(TimeSpan.FromDays(1));
        var tomorrow = await _there.TypeAsync(stranger, place, "/model list");

        if (_there.MayStaySilent) Assert.That(again.IsNothing, $"{again}");
        Assert.That(tomorrow.Text, Does.Contain("right-missing"));
    }

    [Test]
    public async Task Misspelt_command_of_a_stranger_tells_nothing_of_what_there_is()
    {
        var stranger = _there.AddPerson("Mallory");

        var reply = await _there.TypeAsync(stranger, _there.OpenPrivate(stranger), "/model opsu");

        Assert.That(reply.Text, Does.Contain("right-missing").And.Not.Contain("opus"));
    }

    [Test]
    public async Task Question_of_a_stranger_reaches_no_model()
    {
        var stranger = _there.AddPerson("Mallory");

        await _there.AskAsync(stranger, _there.OpenPrivate(stranger), "hello");
        await _there.AskAsync(stranger, _there.AddShared("Elsewhere"), "hello");

        Assert.That(World.Vendor.Seen, Is.Empty);
    }

    [Test]
    public async Task Person_who_lost_the_right_meanwhile_cannot_choose_on_their_own_menu()
    {
        var (ann, place) = await OwnerInPrivate();
        var list = await _there.TypeAsync(ann, place, "/model list");
        await World.Access.DeleteRulesAsync(ann, null, default);

        var refused = await _there.ChooseAsync(ann, list.Menu, "gpt");

        Assert.That(refused.Text, Does.Contain("may not do that"));
        Assert.That(await ChangesOf(place), Is.Zero);
    }

    [Test]
    public async Task Claim_in_private_makes_an_owner()
    {
        var ann = _there.AddPerson("Ann");
        var place = _there.OpenPrivate(ann);
        var code = await OpenClaim();

        var claimed = await _there.TypeAsync(ann, place, $"/model claim {code}");

        Assert.That(claimed.Text, Does.Contain("owner"));
        Assert.That((await World.Access.LoadAsync(default)).Owners, Is.EqualTo(new[] { ann }));
    }

    [Test]
    public async Task Claim_where_others_read_is_refused_and_void()
    {
        var ann = _there.AddPerson("Ann");
        var code = await OpenClaim();

        var refused = await _there.TypeAsync(ann, _there.AddShared("Engineering"), $"/model claim {code}");
        await _there.TypeAsync(ann, _there.OpenPrivate(ann), $"/model claim {code}");

        Assert.That(refused.Text, Does.Contain("claim-in-public"));
        Assert.That((await World.Access.LoadAsync(default)).Owners, Is.Empty);
    }

    private async Task<string> OpenClaim()
    {
        var code = ClaimCode.Create([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        await World.Access.SaveClaimAsync(code.Hash, World.Time.GetUtcNow().AddMinutes(15), default);
        return code.Text;
    }
}
