using ChatAuth.Core.Credentials;
using ChatAuth.Core.Diagnostics;
using ChatAuth.Testing.Vendors;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Providers.Tests.Anthropic;

/// <summary>Probes as the vendor sees them.</summary>
public sealed class CredentialProbesTests
{
    private static readonly ProbeScope s_everything = new(null, [], [], EveryModel: false);
    private static readonly ProbeRun s_usual = new(AgentId.Main);
    private VendorWorld _world = null!;

    private CredentialProbes Probes => _world.World.Services.GetRequiredService<CredentialProbes>();

    [SetUp]
    public void SetUp() => _world = new VendorWorld();

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    public static IEnumerable<TestCaseData> Answers =>
    [
        Case(null, "ok"),
        Case(VendorFaults.Unauthorized, "auth"),
        Case(VendorFaults.Forbidden, "auth"),
        Case(VendorFaults.Unpaid, "billing"),
        Case(VendorFaults.NoQuota, "billing"),
        Case(VendorFaults.Limited(), "rate-limit"),
        Case(VendorFaults.BadRequest, "format"),
        Case(VendorFaults.NotFound, "format"),
        Case(VendorFaults.Refuse(408, "timeout_error"), "timeout"),
        Case(VendorFaults.Broken, "unknown"),
        Case(VendorFaults.Overloaded, "unknown"),
        Case(VendorFaults.MalformedJson, "unknown"),
        Case(VendorFaults.ResetBeforeHead, "unknown"),
        Case(VendorFaults.RedirectTo(new Uri("http://127.0.0.1:9/")), "unknown"),
    ];

    [TestCaseSource(nameof(Answers))]
    public async Task Every_answer_has_its_word(VendorDeed? deed, string status)
    {
        _world.Key("anthropic:work", "sk-ant-FAKE-work").Vendor.On("sk-ant-FAKE-work", deed);

        var result = await ProbeAsync();

        Assert.That(result.Select(one => one.Status), Is.EqualTo(new[] { status }));
        Assert.That(_world.Vendor.Shown("sk-ant-FAKE-work"), Is.EqualTo(1));
    }

    [Test]
    public async Task Each_profile_is_asked_once_each_of_its_models_with_its_own_credential()
    {
        _world.Key("anthropic:work", "sk-ant-FAKE-work").Key("anthropic:home", "sk-ant-FAKE-home");

        var results = await ProbeAsync(s_everything with { EveryModel = true });

        Assert.That(results.Select(result => $"{result.Target.Profile} {result.Target.Model!.Value.Model}"), Is.EqualTo(new[]
        {
            "anthropic:work claude-opus-4-5", "anthropic:work claude-sonnet-4-5", "anthropic:home claude-opus-4-5", "anthropic:home claude-sonnet-4-5",
        }));
        Assert.That(_world.Vendor.Requests.Select(request => $"{request.Credential} {request.Model}"), Is.EquivalentTo(new[]
        {
            "sk-ant-FAKE-work claude-opus-4-5", "sk-ant-FAKE-work claude-sonnet-4-5", "sk-ant-FAKE-home claude-opus-4-5", "sk-ant-FAKE-home claude-sonnet-4-5",
        }));
    }

    [Test]
    public async Task Answer_is_capped_on_the_wire()
    {
        _world.Key("anthropic:work", "sk-ant-FAKE-work");

        await ProbeAsync();
        await ProbeAsync(run: s_usual with { Tokens = 3 });

        Assert.That(_world.Vendor.Requests.Select(request => request.Field("max_tokens")?.GetInt32()), Is.EqualTo(new[] { 8, 3 }));
    }

    [Test]
    public async Task Vendor_that_never_answers_is_given_up_in_time_and_no_one_else_waits_for_it()
    {
        _world.Key("anthropic:silent", "sk-ant-FAKE-silent").Key("anthropic:work", "sk-ant-FAKE-work").Vendor.On("sk-ant-FAKE-silent", VendorFaults.Silence);

        var other = new TaskCompletionSource();
        var probing = ProbeAsync(run: s_usual with { Patience = TimeSpan.FromSeconds(5) }, done: _ => other.TrySetResult());
        await Task.WhenAll(other.Task, _world.Vendor.ArrivedAsync(2));
        _world.World.Time.Advance(TimeSpan.FromSeconds(5));
        var results = await probing;

        Assert.That(results.Select(result => result.Status), Is.EqualTo(new[] { "timeout", "ok" }));
        Assert.That(results[0].Took, Is.EqualTo(TimeSpan.FromSeconds(5)));
    }

    [TestCase(1)]
    [TestCase(3)]
    public async Task No_more_are_under_way_than_allowed(int most)
    {
        var (held, seen, release) = (0, 0, new TaskCompletionSource());
        for (var profile = 0; profile < 8; profile++) _world.Key($"anthropic:p{profile}", $"sk-ant-FAKE-{profile}");
        _world.Vendor.Otherwise = async exchange =>
        {
            var now = Interlocked.Increment(ref held);
            for (var before = seen; now > before; before = seen) Interlocked.CompareExchange(ref seen, now, before);
            if (_world.Vendor.Requests.Count < most) await release.Task.WaitAsync(exchange.Stop);
            else release.TrySetResult();
            Interlocked.Decrement(ref held);
            await exchange.WholeAsync(429, "{}");
        };

        var results = await ProbeAsync(run: s_usual with { AtOnce = most });

        Assert.That(results.Select(result => result.Status), Is.All.EqualTo("rate-limit").And.Exactly(8).Items);
        Assert.That(seen, Is.EqualTo(most));
    }

    [Test]
    public async Task Cancelled_run_ends_at_once()
    {
        _world.Key("anthropic:work", "sk-ant-FAKE-work").Vendor.Otherwise = VendorFaults.Silence;
        using var cancel = new CancellationTokenSource();

        var probing = Probes.RunAsync(await Probes.ListAsync(AgentId.Main, s_everything, default), s_usual, _ => { }, cancel.Token);
        await _world.Vendor.ArrivedAsync(1);
        await cancel.CancelAsync();

        Assert.That(async () => await probing, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Nothing_of_what_the_vendor_wrote_is_in_the_result()
    {
        _world.Key("anthropic:work", "sk-ant-FAKE-canary").Vendor.Otherwise = VendorFaults.Unauthorized;

        var result = (await ProbeAsync()).Single();

        Assert.That(result.ToString(), Does.Not.Contain("canary").And.Not.Contain("This was shown"));
    }

    private static TestCaseData Case(VendorDeed? deed, string status) => new(deed, status);

    private async Task<IReadOnlyList<ProbeResult>> ProbeAsync(ProbeScope? scope = null, ProbeRun? run = null, Action<ProbeResult>? done = null) =>
        await Probes.RunAsync(await Probes.ListAsync(AgentId.Main, scope ?? s_everything, default), run ?? s_usual, done ?? (_ => { }), default);
}
