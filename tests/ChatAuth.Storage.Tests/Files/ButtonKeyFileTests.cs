using System.Security.Cryptography;
using ChatAuth.Core.Buttons;
using ChatAuth.Core.Errors;
using ChatAuth.Storage.Files;
using ChatAuth.Testing.Contracts;

namespace ChatAuth.Storage.Tests.Files;

[TestFixture]
public sealed class ButtonKeyFileTests : ButtonKeysContract
{
    private TemporaryState _state = null!;
    private string _path = null!;

    [TearDown]
    public void RemoveState() => _state.Dispose();

    [Test]
    public void Load_makes_a_private_file_where_there_is_none()
    {
        Needs.Unix();

        Open().Load();

        Assert.That(TemporaryState.ModeOf(_path), Is.EqualTo(TemporaryState.OwnerOnly));
    }

    [Test]
    public void Load_gives_keys_derived_for_buttons_and_not_the_stored_ones()
    {
        var keys = Open().Load();

        var stored = File.ReadAllBytes(_path)[10..];
        Assert.That(keys.Current.Secret.ToArray(), Is.EqualTo(HKDF.DeriveKey(HashAlgorithmName.SHA256, stored, 32, info: "chatauth button v1"u8.ToArray())));
    }

    [Test]
    public async Task Load_by_many_at_once_gives_them_one_key()
    {
        var keys = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => TextOf(new ButtonKeyFile(_state.State, TimeProvider.System).Load()))));

        Assert.That(keys.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Rotation_by_another_process_is_seen()
    {
        var (one, other) = (Open(), Open());
        var first = one.Load();
        Clock.Advance(Lifetime);

        var rotated = other.Load();

        Assert.That(TextOf(one.Load()), Is.EqualTo(TextOf(rotated)).And.Not.EqualTo(TextOf(first)));
    }

    [Test]
    public void Key_made_anew_under_a_cached_one_is_seen()
    {
        var file = new ButtonKeyFile(_state.State, new LaterClock());
        var cached = file.Load();
        File.Delete(_path);

        var made = new ButtonKeyFile(_state.State, new LaterClock()).Load();

        Assert.That(TextOf(file.Load()), Is.EqualTo(TextOf(made)).And.Not.EqualTo(TextOf(cached)));
    }

    [TestCase(0)]
    [TestCase(41)]
    [TestCase(43)]
    [TestCase(75)]
    public void File_of_another_length_is_replaced_by_a_new_key(int length)
    {
        _state.Write(_path, new byte[length]);

        var keys = Open().Load();

        Assert.That((keys.Current.Id < 16, keys.Previous), Is.EqualTo((true, (ButtonKey?)null)));
        Assert.That(TextOf(Open().Load()), Is.EqualTo(TextOf(keys)));
    }

    [TestCase(0, 9)]
    [TestCase(1, 16)]
    [TestCase(2, 0xFF)]
    [TestCase(2, 0x7F)]
    public void File_with_an_impossible_head_is_replaced_by_a_new_key(int at, int value)
    {
        var before = Open().Load();
        var bytes = File.ReadAllBytes(_path);
        bytes[at] = (byte)value;
        _state.Write(_path, bytes);

        Assert.That(TextOf(Open().Load()), Is.Not.EqualTo(TextOf(before)));
    }

    [Test]
    public void File_that_its_group_can_read_is_refused()
    {
        Needs.Unix();
        Open().Load();
        TemporaryState.SetMode(_path, TemporaryState.OwnerOnly | UnixFileMode.GroupRead);

        Assert.That(() => Open().Load(), Fails.With(ErrorCode.StoreTooOpen));
    }

    [Test]
    public void Directory_that_others_can_write_to_is_refused()
    {
        Needs.Unix();
        Open().Load();
        TemporaryState.SetMode(_state.State.Keys, TemporaryState.OwnerOnly | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);

        Assert.That(() => Open().Load(), Fails.With(ErrorCode.StateUnsafe));
    }

    protected override IButtonKeys Create()
    {
        _state = new TemporaryState();
        _path = Path.Combine(_state.State.Keys, "buttons.key");
        return Open();
    }

    private ButtonKeyFile Open() => new(_state.State, Clock);

    private static string TextOf(ButtonKeys keys) => $"{keys.Current.Id}:{Convert.ToHexString(keys.Current.Secret.Span)}";
}
