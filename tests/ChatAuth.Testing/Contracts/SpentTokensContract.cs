using ChatAuth.Core.Credentials;
using ChatAuth.Testing.Fakes;

namespace ChatAuth.Testing.Contracts;

/// <summary>What every memory of spent tokens promises.</summary>
public abstract class SpentTokensContract
{
    private ISpentTokens _spent = null!;

    /// <summary>The clock of the memory.</summary>
    protected FakeTime Clock { get; private set; } = null!;

    /// <summary>An empty one.</summary>
    protected abstract ISpentTokens Open();

    [SetUp]
    public void OpenMemory()
    {
        Clock = new FakeTime();
        _spent = Open();
    }

    [Test]
    public async Task Token_is_known_once_it_was_recorded()
    {
        await _spent.RecordAsync("fake-a", default);
        await _spent.RecordAsync("fake-a", default);

        Assert.That((await _spent.HasAsync("fake-a", default), await _spent.HasAsync("fake-b", default)), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Token_is_forgotten_after_400_days()
    {
        await _spent.RecordAsync("fake-a", default);

        Clock.Advance(TimeSpan.FromDays(399));
        var late = await _spent.HasAsync("fake-a", default);
        Clock.Advance(TimeSpan.FromDays(1));

        Assert.That((late, await _spent.HasAsync("fake-a", default)), Is.EqualTo((true, false)));
    }
}
