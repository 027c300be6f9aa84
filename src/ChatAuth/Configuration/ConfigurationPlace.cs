namespace ChatAuth.Configuration;

/// <summary>Where something in the configuration is said, lowest first.</summary>
internal enum ConfigurationPlace
{
    /// <summary>The default that is shipped.</summary>
    Shipped,

    /// <summary>The configuration of the host.</summary>
    Host,

    /// <summary><c>chatauth.json</c> of the state directory.</summary>
    StateFile,

    /// <summary>The variables <c>CHATAUTH__…</c>.</summary>
    Environment,
}
