using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace ChatAuth.Tests.Architecture;

/// <summary>Prints what an assembly shows to others, one line a type or member, in ordinal order.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(type.FullName!.Replace('+', '.')).Append(BasesOf(type)).Append('\n');
            foreach (var member in MembersOf(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }
        return text.ToString();
    }

    private static string KindOf(Type type)
    {
        var modifier = type switch
        {
            { IsAbstract: true, IsSealed: true } => "static ",
            { IsInterface: true } or { IsValueType: true } => "",
            { IsAbstract: true } => "abstract ",
            { IsSealed: true } => "sealed ",
            _ => "",
        };
        return modifier + type switch
        {
            { IsInterface: true } => "interface",
            { IsEnum: true } => "enum",
            { IsValueType: true } => type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly struct" : "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            _ => type.GetMethod("<Clone>$") is null ? "class" : "record",
        };
    }

    private static string BasesOf(Type type)
    {
        if (type.IsEnum) return "";
        var inherited = type.BaseType?.GetInterfaces() ?? [];
        string[] bases =
        [
            .. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [ApiText.Of(parent)] : Array.Empty<string>(),
            .. type.GetInterfaces().Except(inherited).Where(port => port.IsVisible && !IsEquatable(port)).Select(ApiText.Of).Order(StringComparer.Ordinal),
        ];
        return bases.Length == 0 ? "" : " : " + string.Join(", ", bases);
    }

    private static bool IsEquatable(Type port) => port.IsGenericType && port.GetGenericTypeDefinition() == typeof(IEquatable<>);

    private static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum) return Enum.GetNames(type);
        return type.GetMembers(Declared)
            .Where(member => !member.IsDefined(typeof(CompilerGeneratedAttribute)) && member.Name != "PrintMembers")
            .Select(ApiText.Of)
            .OfType<string>();
    }
}
