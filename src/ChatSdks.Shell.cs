/// <summary>What those are told who use something that was built without its chat platform's SDK. It is compiled into every shell.</summary>
internal static class ChatSdks
{
    /// <summary>The identifier of the error.</summary>
    public const string Missing = "CHATAUTH001";

    /// <summary>What helps.</summary>
    public const string Remedy = "Build with -p:ChatSdks=true, or set the environment variable ChatSdks=true.";
}
