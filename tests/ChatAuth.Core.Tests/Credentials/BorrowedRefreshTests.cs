using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Models;
using ChatAuth.Testing.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace ChatAuth.Core.Tests.Credentials;

/// <summary>A borrowed login is refreshed under its program's locks, and given back; and what the vendor says about the new token.</summary>
public sealed class BorrowedRefreshTests
{
    private FakeProgram _program = null!;
    private FakeVendor _vendor = null!;
    private RefreshWorld _world = null!;

    [SetUp]
    public void SetUp()
    {
        (_program, _vendor) = (new FakeProgram(), new FakeVendor());
        _world = new RefreshWorld(services: services => services
            .AddSingleton<IWritableCredentialSource>(_program)
            .AddSingleton<IAccountIdentity>(_vendor));
    }

    [TearDown]
    public async Task TearDown() => await _world.DisposeAsync();

    [Test]
    public async Task Borrowed_login_is_written_back_under_the_locks_of_its_program()
    {
        PutImport();
        bool? heldDuring = null;
        _world.Issuer.Meanwhile = () =>
        {
            heldDuring = _program.IsHeld;
            return Task.CompletedTask;
        };

        await _world.Refresh();

        Assert.That(heldDuring, Is.True);
        Assert.That(_program.Login!.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
        Assert.That(_program.IsHeld, Is.False);
    }

    [Test]
    public async Task Program_that_is_refreshing_itself_is_left_alone()
    {
        PutImport();
        _program.IsHeld = true;

        var outcome = await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.RefreshSourceChanged));
        Assert.That(_world.Issuer.Shown, Is.Empty);
    }

    [Test]
    public async Task Program_that_holds_another_login_by_now_stops_the_exchange()
    {
        PutImport();
        _program.Login = new Credential.OAuth(RefreshWorld.SecretOf("fake-other"), RefreshWorld.SecretOf("fake-other-refresh"), null);

        var outcome = await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.RefreshSourceChanged));
        Assert.That(_world.Issuer.Shown, Is.Empty);
    }

    [Test]
    public async Task Login_that_cannot_be_read_gives_the_locks_back()
    {
        PutImport();
        _program.ReadFault = new ChatAuthException(ErrorCode.StoreTooOpen, "memory");

        var outcome = await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.StoreTooOpen));
        Assert.That(_program.IsHeld, Is.False);
    }

    [Test]
    public async Task Write_back_that_failed_is_done_by_the_next_recovery()
    {
        PutImport();
        _program.Fault = new ChatAuthException(ErrorCode.StoreUnwritable, "memory");

        var outcome = await _world.Refresh();
        _program.Fault = null;
        await _world.Refresher.RecoverAsync(default);

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Refreshed>());
        Assert.That(_program.Login!.Refresh!.Reveal(), Is.EqualTo("fake-refresh-1"));
        Assert.That(_world.Journal.ListPending(), Is.Empty);
    }

    [Test]
    public async Task Answer_for_another_account_is_not_stored_under_the_profile()
    {
        _world.Put(TimeSpan.FromMinutes(1), entry => entry with { Account = "fake-account" });
        _vendor.Says = new AccountAnswer.Stated("fake-stranger", null);

        var outcome = await _world.Refresh();

        Assert.That(outcome.Problem, Is.EqualTo(ErrorCode.AccountChanged));
        Assert.That(_world.Login.Access!.Reveal(), Is.EqualTo("fake-access-0"));
        Assert.That(_world.Stored.Refresh, Is.EqualTo(RefreshState.Refused));
    }

    [Test]
    public async Task Vendor_that_says_nothing_does_not_hold_up_a_refresh()
    {
        _world.Put(TimeSpan.FromMinutes(1), entry => entry with { Account = "fake-account" });

        var outcome = await _world.Refresh();

        Assert.That(outcome, Is.TypeOf<RefreshOutcome.Refreshed>());
        Assert.That(_world.Stored.Account, Is.EqualTo("fake-account"));
    }

    private void PutImport()
    {
        _world.Put(TimeSpan.FromMinutes(1), entry => entry with { IsImport = true, Source = "claude-cli" });
        _program.Login = _world.Login;
    }

    private sealed class FakeVendor : IAccountIdentity
    {
        public AccountAnswer Says { get; set; } = new AccountAnswer.Unknown("It is not reached.");

        public bool Serves(ProviderId provider) => true;

        public Task<AccountAnswer> IdentifyAsync(ProviderId provider, Secret accessToken, CancellationToken cancellationToken) => Task.FromResult(Says);
    }

    private sealed class FakeProgram : IWritableCredentialSource, ISourceLock
    {
        public string Name => "claude-cli";

        public bool IsHeld { get; set; }

        public Credential.OAuth? Login { get; set; }

        public Exception? Fault { get; set; }

        public Exception? ReadFault { get; set; }

        public Task<ISourceLock?> TakeAsync(CancellationToken cancellationToken)
        {
            if (IsHeld) return Task.FromResult<ISourceLock?>(null);
            IsHeld = true;
            return Task.FromResult<ISourceLock?>(this);
        }

        public Credential.OAuth? Read() => ReadFault is { } fault ? throw fault : Login;

        public bool Replace(Secret expected, Credential.OAuth login)
        {
            if (Fault is { } fault) throw fault;
            if (Login?.Refresh?.Equals(expected) != true) return false;
            Login = login;
            return true;
        }

        public ValueTask DisposeAsync()
        {
            IsHeld = false;
            return ValueTask.CompletedTask;
        }
    }
}
