namespace ChatAuth.Core.Credentials;

/// <summary>The keys that the environment names: of the process, of <c>&lt;state&gt;/.env</c>, of the login shell where that is asked for.</summary>
public interface IEnvironmentKeys
{
    /// <summary>An environment that names nothing, for demonstrations and for hosts that want none.</summary>
    static IEnvironmentKeys None { get; } = new NoKeys();

    /// <summary>
    /// Reads them as they are now; what costs a process is read once. What is wrong is a finding, never an exception. As long as nothing changes it is
    /// the same object again.
    /// </summary>
    EnvironmentReading Read();

    private sealed class NoKeys : IEnvironmentKeys
    {
        public EnvironmentReading Read() => EnvironmentReading.Empty;
    }
}
