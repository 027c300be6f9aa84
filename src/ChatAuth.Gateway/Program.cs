using ChatAuth.Gateway.Hosting;
using ChatAuth.Storage.Files;

namespace ChatAuth.Gateway;

/// <summary>The daemon. Not as top-level statements, of which the web SDK makes a public class.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args)
    {
        ProcessUmask.Restrict();
        return GatewayProgram.RunAsync(args, Console.Out, Console.Error);
    }
}
