using ChatAuth.Core.Credentials;
using ChatAuth.Core.Errors;
using ChatAuth.Core.Profiles;
using ChatAuth.Storage.Files;

namespace ChatAuth.Storage.Tests.Files;

public sealed class InstallationKeyTests
{
    private TemporaryState _state = null!;
    private string _path = null!;

    [SetUp]
    public void MakeState()
    {
        _state = new TemporaryState();
        _path = Path.Combine(_state.State.Keys, "fingerprint.key");
    }

    [TearDown]
    public void RemoveState() => _state.Dispose();

    [Test]
    public void Load_makes_a_private_key_where_there_is_none()
    {
        Needs.Unix();

        Load();

        Assert.That(new FileInfo(_path).Length, Is.EqualTo(InstallationKey.Length));
        Assert.That(TemporaryState.ModeOf(_path), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public void Load_again_gives_the_same_fingerprints()
    {
        var first = RevisionBy(Load());

        Assert.That(RevisionBy(Load()), Is.EqualTo(first));
    }

    [Test]
    public void Load_in_another_installation_gives_other_fingerprints()
    {
        using var other = new TemporaryState();

        Assert.That(RevisionBy(new InstallationKey(other.State).LoadFingerprints()), Is.Not.EqualTo(RevisionBy(Load())));
    }

    [Test]
    public async Task Load_by_many_at_once_gives_them_one_key()
    {
        var revisions = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => RevisionBy(Load()))));

        Assert.That(revisions.Distinct().Count(), Is.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(31)]
    [TestCase(33)]
    public void Load_refuses_a_key_of_another_length_and_leaves_it(int length)
    {
        _state.Write(_path, new byte[length]);

        Assert.That(Load, Fails.With(ErrorCode.KeyDamaged));
        Assert.That(new FileInfo(_path).Length, Is.EqualTo(length));
    }

    [Test]
    public void Load_refuses_a_key_that_its_group_can_read()
    {
        Needs.Unix();
        _state.Write(_path, new byte[InstallationKey.Length]);
        TemporaryState.SetMode(_path, TemporaryState.OwnerOnly | UnixFileMode.GroupRead);

        Assert.That(Load, Fails.With(ErrorCode.StoreTooOpen));
    }

    private Fingerprints Load() => new InstallationKey(_state.State).LoadFingerprints();

    private static string RevisionBy(Fingerprints fingerprints) =>
        fingerprints.RevisionOf(new Credential.ApiKey(Secret.TryCreate("sk-ant-api03-FAKE", out var key) ? key : null));
}
