using System.Reflection;
using System.Runtime.CompilerServices;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>What <c>src</c> is built into. A project that is new there becomes a reference of this test project.</summary>
internal static class Products
{
    /// <summary>The projects of <c>src</c>, by the paths of their files.</summary>
    public static IReadOnlyList<string> Projects { get; } = Repository.List("src", "*.csproj");

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. Projects.Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))];

    /// <summary>Every type that somebody wrote.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        .. Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => !IsGenerated(type)).OrderBy(type => type.FullName, StringComparer.Ordinal),
    ];

    /// <summary>What parts a bridge's shell from the bridge: without the switch <c>ChatSdks</c>, <c>.Shell</c>.</summary>
    public static string FormOf(string project) =>
#if CHAT_SDKS
        "";
#else
        Repository.List($"src/{project}", "*.Shell.cs").Count > 0 ? ".Shell" : "";
#endif

    private static bool IsGenerated(Type type) =>
        type.Name.Contains('<')
        || type.IsDefined(typeof(CompilerGeneratedAttribute), false)
        || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute), false)
        || (type.DeclaringType is { } outer && IsGenerated(outer))
        || type.Namespace?.StartsWith("ChatAuth", StringComparison.Ordinal) is not true;
}
