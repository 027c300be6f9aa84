using ChatAuth.Core.Chat;
using ChatAuth.Core.Commands;
using ChatAuth.Core.Credentials;
using ChatAuth.Core.Delivery;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Sqlite;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Chat;

/// <summary>A credential that has just rested is tried by one message at a time, over all processes of the installation.</summary>
public sealed class TrialTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly Func<Exception?> Limited = () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit);

    private DirectoryInfo _directory = null!;
    private List<TestWorld> _processes = null!;
    private TaskCompletionSource _answer = null!;
    private int _conversations;

    private TestWorld World => _processes[0];

    [SetUp]
    public void SetUp()
    {
        _directory = Directory.CreateTempSubdirectory("chatauth-");
        _answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TestWorld(services: OnDisk);
        _processes = [first, first.Again(OnDisk), first.Again(OnDisk)];
        World.Credentials.Login("anthropic:work").Login("anthropic:personal").Order("anthropic", "anthropic:work", "anthropic:personal");
    }

    [TearDown]
    public async Task TearDown()
    {
        _answer.TrySetResult();
        foreach (var process in _processes) await process.DisposeAsync();
        _directory.Delete(recursive: true);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Of_20_messages_of_3_processes_one_tries_the_credential_that_rested_and_the_others_go_to_the_next()
    {
        await RestAsync();
        _ = Hold("work");

        var messages = Enumerable.Range(0, 20).Select(i => Task.Run(() => AskAsync(_processes[i % 3]))).ToList();
        for (var i = 0; i < 19; i++) messages.Remove(await Task.WhenAny(messages).WaitAsync(Patience));

        Assert.That(SeenOf("work"), Is.EqualTo(1));
        _answer.SetResult();
        Assert.That(PaidBy(await messages.Single().WaitAsync(Patience)), Is.EqualTo("anthropic:work"));
        Assert.That((SeenOf("work"), SeenOf("personal")), Is.EqualTo((1, 19)));
    }

    [Test]
    public async Task Trial_that_succeeds_lets_all_use_the_credential()
    {
        await RestAsync();

        var answers = new List<string>();
        foreach (var process in _processes) answers.Add(PaidBy(await AskAsync(process)));

        Assert.That(answers, Is.All.EqualTo("anthropic:work"));
        Assert.That((await HealthAsync("work")).NeedsTrial(World.Time.GetUtcNow(), TimeSpan.FromHours(24)), Is.False);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Answer_that_has_begun_ends_the_trial()
    {
        await RestAsync();
        await using var trial = World.Chat.AskStreamingAsync(Conversation(), [new ChatMessage(ChatRole.User, "a long one")]).GetAsyncEnumerator();
        await trial.MoveNextAsync();

        var other = await AskAsync(_processes[1]);

        Assert.That(trial.Current, Is.InstanceOf<AskUpdate.Part>());
        Assert.That(PaidBy(other), Is.EqualTo("anthropic:work"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Whole_answer_that_has_begun_ends_the_trial_too()
    {
        await RestAsync();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Vendor.HoldsRest = _ => begun.TrySetResult() ? _answer.Task : Task.CompletedTask;
        var trial = Task.Run(() => AskAsync(World));
        await begun.Task.WaitAsync(Patience);

        var other = await AskAsync(_processes[1]).WaitAsync(Patience);

        Assert.That(PaidBy(other), Is.EqualTo("anthropic:work"));
        _answer.SetResult();
        Assert.That(((AskResult.Answer)await trial.WaitAsync(Patience)).Response.Text, Is.EqualTo("anthropic/claude-opus-4-5 by anthropic:work."));
    }

    [Test]
    public async Task Trial_that_fails_rests_the_next_longer_step_and_the_message_goes_on_to_the_next_account()
    {
        await RestAsync();
        World.Vendor.Fail("anthropic:work", Limited);

        var answer = await AskAsync(World);

        Assert.That(PaidBy(answer), Is.EqualTo("anthropic:personal"));
        Assert.That((await HealthAsync("work")).CooldownUntil, Is.EqualTo(World.Time.GetUtcNow().AddMinutes(5)));
    }

    [Test]
    public async Task End_that_the_vendor_names_to_a_trial_wins()
    {
        await RestAsync();
        var reset = World.Time.GetUtcNow().AddHours(3);
        World.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit, reset));

        await AskAsync(World);

        Assert.That((await HealthAsync("work")).CooldownUntil, Is.EqualTo(reset));
    }

    [Test]
    public async Task Billing_disable_that_ended_is_tried_by_one_message_too()
    {
        World.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorUnpaid, FailureReason.Billing));
        await AskAsync(World);
        World.Vendor.Fail("anthropic:work", null);
        World.Time.Advance(TimeSpan.FromHours(5));
        await TakeAsDeadAsync();

        var other = await AskAsync(World);

        Assert.That(PaidBy(other), Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task Trial_whose_process_was_killed_is_free_again_after_its_lease()
    {
        await RestAsync();
        await TakeAsDeadAsync();

        var during = await AskAsync(World);
        World.Time.Advance(CallTrials.Duration);
        var after = await AskAsync(_processes[1]);

        Assert.That((PaidBy(during), PaidBy(after)), Is.EqualTo(("anthropic:personal", "anthropic:work")));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Trial_that_waits_long_for_its_answer_holds_up_the_next_for_a_minute_only()
    {
        await RestAsync();
        var held = Hold("work");
        var trial = Task.Run(() => AskAsync(World));
        await held.WaitAsync(Patience);
        World.Time.Advance(TimeSpan.FromSeconds(59));
        var during = await AskAsync(_processes[1]);
        World.Time.Advance(TimeSpan.FromSeconds(1));
        World.Vendor.Holds = null;

        var after = await AskAsync(_processes[1]);

        Assert.That((PaidBy(during), PaidBy(after)), Is.EqualTo(("anthropic:personal", "anthropic:work")));
        _answer.SetResult();
        Assert.That(PaidBy(await trial.WaitAsync(Patience)), Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Trial_whose_answer_breaks_off_rests_the_next_longer_step()
    {
        await RestAsync();
        World.Vendor.PartsBeforeFailure = 1;
        World.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.VendorLimited, FailureReason.RateLimit, mayHaveBeenCharged: true));

        await AskAsync(World);

        var health = await HealthAsync("work");
        Assert.That((health.Errors, health.CooldownUntil), Is.EqualTo((2, (DateTimeOffset?)World.Time.GetUtcNow().AddMinutes(5))));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Message_that_goes_to_another_account_after_all_ends_its_trial_before_it_is_sent()
    {
        var leases = new ObservedLeases();
        await using var process = World.Again(services =>
        {
            OnDisk(services);
            services.AddSingleton<ILeaseStore>(leases);
        });
        await RestAsync();
        leases.Taken = FailMeanwhileAsync;
        var held = Hold("personal");

        var message = Task.Run(() => AskAsync(process));
        await held.WaitAsync(Patience);

        Assert.That((leases.Takes, leases.Held), Is.EqualTo((1, 0)));
        _answer.SetResult();
        Assert.That(PaidBy(await message.WaitAsync(Patience)), Is.EqualTo("anthropic:personal"));
    }

    [Test]
    public async Task With_nobody_else_the_message_is_refused_with_an_end()
    {
        World.Credentials.Order("anthropic", "anthropic:work");
        await RestAsync();
        await TakeAsDeadAsync();

        var refusal = await RefusalAsync(World);

        Assert.That((refusal.Code, refusal.Code.IsRetryable, refusal.Until),
            Is.EqualTo((ErrorCode.CredentialOnTrial, true, (DateTimeOffset?)World.Time.GetUtcNow() + CallTrials.Duration)));
    }

    [Test]
    public async Task Persons_pin_is_tried_whoever_else_tries()
    {
        await RestAsync();
        await TakeAsDeadAsync();
        var context = Conversation();
        await World.Type("/model @work", context);

        var answer = await World.Ask("hello", World.Context(context.Asker));

        Assert.That(PaidBy(answer), Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task New_credential_under_the_old_name_is_no_trial()
    {
        await RestAsync();
        await TakeAsDeadAsync();
        World.Credentials.Login("anthropic:work", text: "fake-login-of-tomorrow");

        var answer = await AskAsync(World);

        Assert.That(PaidBy(answer), Is.EqualTo("anthropic:work"));
    }

    [Test]
    public async Task Lease_is_named_by_nothing_that_could_be_read()
    {
        var key = HealthKey.Of(AgentId.Main, (await RosterAsync()).Find(ProfileId.Parse("anthropic:work"))!);

        Assert.That(CallTrials.NameOf(key), Does.Match("^trial:[0-9a-f]{64}$"));
    }

    [TestCase(1)]
    [TestCase(-1)]
    [TestCase(365 * 30)]
    [TestCase(-365 * 30)]
    public async Task Clock_that_jumps_leaves_the_credential_usable(int days)
    {
        await RestAsync();
        await TakeAsDeadAsync();

        World.Time.Set(World.Time.GetUtcNow().AddDays(days));
        var first = await AskAsync(World);
        World.Time.Advance(CallTrials.Duration);
        var second = await AskAsync(World);

        Assert.That((first, PaidBy(second)), Is.EqualTo((first as AskResult.Answer, "anthropic:work")));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Parallel_refusals_of_3_processes_count_once()
    {
        var arrived = new CountdownEvent(5);
        World.Vendor.Fail("anthropic:work", Limited);
        World.Vendor.Holds = request =>
        {
            if (request.Profile.Name == "work") arrived.Signal();
            return request.Profile.Name == "work" ? _answer.Task : Task.CompletedTask;
        };

        var messages = Enumerable.Range(0, 5).Select(i => Task.Run(() => AskAsync(_processes[i % 3]))).ToList();
        await Task.Run(() => arrived.Wait(Patience));
        _answer.SetResult();
        await Task.WhenAll(messages).WaitAsync(Patience);

        Assert.That((await HealthAsync("work")).Errors, Is.EqualTo(1));
    }

    [Test]
    public async Task Hostile_requests_that_the_vendor_refuses_leave_health_untouched()
    {
        World.Vendor.Fail("anthropic:work", () => new VendorException(ErrorCode.RequestRefused, null));

        for (var i = 0; i < 1000; i++) await World.Refusal("credit balance 429", Conversation(i % 10));

        Assert.That(await HealthAsync("work"), Is.EqualTo(ProfileHealth.Unused));
    }

    private void OnDisk(IServiceCollection services) => services.AddChatAuthSqlite(Path.Combine(_directory.FullName, "chatauth.db"));

    /// <summary>A message in a conversation of its own: what serves in one is kept there. One world counts the messages of all.</summary>
    private CommandContext Conversation(int? number = null) => World.Operator($"s{number ?? Interlocked.Increment(ref _conversations)}");

    private Task<AskResult> AskAsync(TestWorld process) => process.Ask("hello", Conversation());

    private async Task<CommandReply.Failed> RefusalAsync(TestWorld process) =>
        (CommandReply.Failed)((AskResult.Refused)await AskAsync(process)).Reply;

    /// <summary>The first account is refused once, and its minute is over.</summary>
    private async Task RestAsync()
    {
        World.Vendor.Fail("anthropic:work", Limited);
        await AskAsync(World);
        World.Vendor.Fail("anthropic:work", null);
        World.Vendor.Seen.Clear();
        World.Time.Advance(TimeSpan.FromMinutes(1));
    }

    /// <summary>Has the vendor wait with its answers to this account; ends when the first request has come.</summary>
    private Task Hold(string name)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        World.Vendor.Holds = request =>
        {
            if (request.Profile.Name != name) return Task.CompletedTask;
            came.TrySetResult();
            return _answer.Task;
        };
        return came.Task;
    }

    /// <summary>A message of a process that was killed in its trial: the lease is taken, and nobody renews or releases it.</summary>
    private async Task TakeAsDeadAsync()
    {
        var key = HealthKey.Of(AgentId.Main, (await RosterAsync()).Find(ProfileId.Parse("anthropic:work"))!);
        var leases = World.Services.GetRequiredService<ILeaseStore>();
        Assert.That(await leases.TryTakeAsync(CallTrials.NameOf(key), "killed", CallTrials.Duration, default), Is.True);
    }

    /// <summary>A message that was sent before the trial began is refused now.</summary>
    private async Task FailMeanwhileAsync()
    {
        var now = World.Time.GetUtcNow();
        var work = (await RosterAsync()).Find(ProfileId.Parse("anthropic:work"))!;
        await World.Services.GetRequiredService<RosterSource>().ReportAsync(
            AgentId.Main, work, health => health.AfterFailure(FailureReason.RateLimit, now, now, World.Settings.Cooldowns), default);
    }

    private async Task<ProfileHealth> HealthAsync(string name) => (await RosterAsync()).All.Single(entry => entry.Profile.Id.Name == name).Health;

    private async Task<ProfileRoster> RosterAsync() =>
        await World.Services.GetRequiredService<RosterSource>().LoadAsync(AgentId.Main, World.Time.GetUtcNow(), default);

    private int SeenOf(string name) => World.Vendor.Seen.Count(seen => seen.Profile.Name == name);

    private static string PaidBy(AskResult result) => result switch
    {
        AskResult.Answer answer => answer.Receipt.Profile.Name,
        AskResult.Refused { Reply: CommandReply.Failed failed } => failed.Code.Id,
        _ => "nobody",
    };

    private sealed class ObservedLeases : ILeaseStore
    {
        public Func<Task> Taken { get; set; } = () => Task.CompletedTask;

        public int Takes { get; private set; }

        public int Held { get; private set; }

        public async Task<bool> TryTakeAsync(string name, string holder, TimeSpan duration, CancellationToken cancellationToken)
        {
            Takes++;
            Held++;
            await Taken();
            return true;
        }

        public Task ReleaseAsync(string name, string holder, CancellationToken cancellationToken)
        {
            Held--;
            return Task.CompletedTask;
        }
    }
}
