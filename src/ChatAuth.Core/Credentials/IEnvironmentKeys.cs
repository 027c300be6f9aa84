namespace ChatAuth.Core.Credentials;

/// <summary>The keys that the environment names: of the process, of <c>&lt;state&gt;/.env</c>, of the login shell where that is asked for.</summary>
public interface IEnvironmentKeys
{
    /// <summary>Reads them as they are now; what costs a process is read once. What is wrong is a finding, never an exception.</summary>
    EnvironmentReading Read();
}
