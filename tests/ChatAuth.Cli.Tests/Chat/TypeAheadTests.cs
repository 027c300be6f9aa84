using ChatAuth.Cli.Chat;

namespace ChatAuth.Cli.Tests.Chat;

internal sealed class TypeAheadTests
{
    private ScriptedKeys _keys = null!;

    [SetUp]
    public void TakeKeys() => _keys = new();

    [Test]
    public async Task Control_c_is_taken_and_other_keys_wait_in_their_order()
    {
        var typed = new TypeAhead(_keys);
        var interrupt = typed.WaitForInterruptAsync(default);
        _keys.Press(Keys.Of('a'));
        _keys.Press(Keys.Of('b'));

        _keys.Press(Keys.Control('C'));

        Assert.That(await interrupt, Is.True);
        Assert.That(await typed.ReadKeyAsync(default), Is.EqualTo(Keys.Of('a')));
        Assert.That(await typed.ReadKeyAsync(default), Is.EqualTo(Keys.Of('b')));
    }

    [Test]
    public async Task Wait_that_is_given_up_is_no_interrupt_and_gives_the_keys_back()
    {
        using var ended = new CancellationTokenSource();
        var interrupt = new TypeAhead(_keys).WaitForInterruptAsync(ended.Token);

        await ended.CancelAsync();

        Assert.That(await interrupt, Is.False);
        Assert.That(_keys.Captured, Is.False);
    }

    [Test]
    public async Task End_of_the_keys_is_kept_for_the_next_line()
    {
        var typed = new TypeAhead(_keys);
        var interrupt = typed.WaitForInterruptAsync(default);

        _keys.Press(default);

        Assert.That(await interrupt, Is.False);
        Assert.That(await typed.ReadKeyAsync(default), Is.EqualTo(default(ConsoleKeyInfo)));
    }
}
