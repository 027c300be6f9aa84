using ChatAuth;
using ChatAuth.Cli.Hosting;
using ChatAuth.Core.Errors;
using Microsoft.Extensions.DependencyInjection;

var host = new CliHost
{
    Output = Console.Out,
    Error = Console.Error,
    Json = args.Contains("--json"),
    Debug = Environment.GetEnvironmentVariable("CHATAUTH_DEBUG") == "1",
    Assemble = demo =>
    {
        var builder = new ServiceCollection().AddChatAuth();
        return (demo ? builder.UseDemo() : builder).Services.BuildServiceProvider();
    },
    RenderReply = reply => throw new ChatAuthException(ErrorCode.Internal),
    RunChat = (_, _, _) => throw new ChatAuthException(ErrorCode.Internal),
};
await using (host) return await CommandLine.RunAsync(args, host);
