namespace ChatAuth.Storage.Tests.Files;

/// <summary>A clock that is an hour ahead, so that files written just now have settled.</summary>
internal sealed class LaterClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow().AddHours(1);
}
