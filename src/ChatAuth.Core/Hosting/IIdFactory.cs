namespace ChatAuth.Core.Hosting;

/// <summary>Hands in randomness, so that rules stay pure and tests repeatable.</summary>
public interface IIdFactory
{
    /// <summary>64 unpredictable bits.</summary>
    ulong NextBits();
}
