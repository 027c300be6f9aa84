using ChatAuth.Core.Access;
using ChatAuth.Core.Sessions;
using ChatAuth.Testing.Fakes;
using ChatAuth.Testing.Sessions;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every session store promises: loading and saving. The other promises are in further files of this type.</summary>
public abstract partial class SessionStoreContract
{
    protected static readonly SessionKey Group = new("telegram", "7", "-100");
    protected static readonly SessionKey Topic = Group with { Thread = "5" };

    protected FakeTime Clock { get; } = new();

    protected ISessionStore Sessions { get; private set; } = null!;

    protected IAccessStore Access { get; private set; } = null!;

    /// <summary>Empty stores that belong together.</summary>
    protected abstract (ISessionStore Sessions, IAccessStore Access) Create(TimeProvider clock);

    [SetUp]
    public void CreateStores() => (Sessions, Access) = Create(Clock);

    [Test]
    public async Task Conversation_never_saved_is_new()
    {
        var snapshot = await Load(Topic);

        Assert.That(snapshot.Session, Is.EqualTo(Session.New(Topic)));
        Assert.That(snapshot.Parent, Is.EqualTo(Session.New(Group)));
        Assert.That(snapshot.Grants.Owners, Is.Empty);
        Assert.That((object?[])[snapshot.LastReceipt, snapshot.Undoable, snapshot.Applied], Is.All.Null);
        Assert.That(snapshot.Attempts, Is.Empty);
    }

    [TestCaseSource(typeof(SessionStates), nameof(SessionStates.Shapes))]
    public async Task State_saved_is_loaded_as_it_was(SessionState state)
    {
        await Save(Group, state);

        var loaded = (await Load(Group)).Session.State;

        Assert.That(loaded, Is.EqualTo(state).Using<SessionState>(SessionStates.AreSame));
    }

    [Test]
    public async Task Save_counts_the_version_and_notes_the_time()
    {
        await Save(Group, SessionState.Initial);
        Clock.Advance(TimeSpan.FromMinutes(1));
        await Save(Group, SessionState.Initial);

        var session = (await Load(Group)).Session;

        Assert.That((session.Version, session.UpdatedAt), Is.EqualTo((2L, Clock.GetUtcNow())));
    }

    [Test]
    public async Task Decision_without_a_state_keeps_the_version()
    {
        await Pin(Group, "1", "work");

        var result = await Sessions.UpdateAsync(Group, null, snapshot => new SessionUpdate<long>(snapshot.Session.Version), default);

        Assert.That(result, Is.EqualTo(1));
        Assert.That((await Load(Group)).Session.Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Exception_out_of_a_decision_passes_and_changes_nothing()
    {
        await Pin(Group, "1", "work");

        Assert.That(
            () => Sessions.UpdateAsync<int>(Group, null, _ => throw new TimeoutException("fake"), default), Throws.TypeOf<TimeoutException>());

        Assert.That((await Load(Group)).Session.Version, Is.EqualTo(1));
        Assert.That(await Pin(Group, "2", "home"), Is.True);
    }

    [Test]
    public async Task Snapshot_holds_what_is_granted_now()
    {
        await Access.SaveOwnerAsync(SessionStates.Alice, owner: true, default);

        Assert.That((await Load(Group)).Grants.Owners, Is.EquivalentTo((Person[])[SessionStates.Alice]));
    }

    [Test]
    public void Cancelled_call_does_nothing()
    {
        var cancelled = new CancellationToken(canceled: true);

        Assert.That(
            () => Sessions.UpdateAsync(Group, null, _ => new SessionUpdate<int>(0, SessionState.Initial), cancelled),
            Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => (await Load(Group)).Session.Version, Is.Zero);
    }

    protected ValueTask<SessionSnapshot> Load(SessionKey key, string? cause = null) =>
        Sessions.LoadAsync(key, cause is null ? null : new ChangeCause(cause), default);

    protected Task Save(SessionKey key, SessionState state, HistoryEntry? entry = null) =>
        Sessions.UpdateAsync(key, null, _ => new SessionUpdate<int>(0, state, entry), default);

    protected HistoryEntry Entry(string? cause, SessionState before, SessionState after, Person? by = null, long? undoes = null) => new(
        0, Group, Clock.GetUtcNow(), "profile-pinned", by, cause is null ? null : new ChangeCause(cause), before.Choice, after.Choice, undoes);

    /// <summary>Pins as the command does: once a cause, and recorded. False when the cause had done so before.</summary>
    protected Task<bool> Pin(SessionKey key, string cause, string name, Person? by = null) => Pin(Sessions, key, cause, name, by);

    protected Task<bool> Pin(ISessionStore sessions, SessionKey key, string cause, string name, Person? by = null) => sessions.UpdateAsync(
        key,
        new ChangeCause(cause),
        snapshot =>
        {
            if (snapshot.Applied is not null) return new SessionUpdate<bool>(false);
            var before = snapshot.Session.State;
            var after = SessionStates.Pinned(new PinState.UserPinned(
                SessionStates.Work with { Name = name }, SessionStates.WorkPayer, by ?? SessionStates.Alice));
            return new SessionUpdate<bool>(true, after, Entry(cause, before, after, by ?? SessionStates.Alice));
        },
        default);
}
