namespace ChatAuth.Core.Diagnostics;

/// <summary>A check that can mend some of what it finds without taking anything from anybody: permissions, and what dead writers left behind.</summary>
public interface IMendingCheck : ICheck
{
    /// <summary>Mends what is safe to mend. The rest, and what cannot be mended, is left for <see cref="ICheck.RunAsync"/> to find.</summary>
    /// <param name="cancellationToken">Cancels; what was mended stays so.</param>
    /// <returns>What was mended, each as a sentence.</returns>
    Task<IReadOnlyList<string>> MendAsync(CancellationToken cancellationToken);
}
