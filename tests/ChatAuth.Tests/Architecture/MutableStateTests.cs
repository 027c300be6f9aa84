using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ChatAuth.Testing;

namespace ChatAuth.Tests.Architecture;

/// <summary>Where state changes in memory: the tables in <c>docs/architecture.md</c> against the fields of the code.</summary>
internal sealed partial class MutableStateTests
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly string[] Tables = Products.FormOf("ChatAuth.TelegramBot") is "" ? ["state", "state of bridges"] : ["state"];

    [Test]
    public void Tables_list_every_class_that_changes()
    {
        var page = Repository.Read("docs/architecture.md");

        var listed = Tables.SelectMany(table => Row().Matches(Between(page, $"<!-- {table} -->", $"<!-- /{table} -->"))).Select(row => row.Groups[1].Value);

        Assert.That(listed, Is.EquivalentTo(Products.Types.Where(IsMutable).Select(type => type.Name.Split('`')[0])));
    }

    private static string Between(string page, string begin, string end) => page[page.IndexOf(begin, StringComparison.Ordinal)..page.IndexOf(end, StringComparison.Ordinal)];

    /// <summary>Options are left out: the configuration binds them, and they are read once.</summary>
    private static bool IsMutable(Type type) =>
        type is { IsClass: true } && !type.Name.EndsWith("Options", StringComparison.Ordinal) && !typeof(JsonSerializerContext).IsAssignableFrom(type)
        && type.GetFields(Fields).Any(field => !field.IsLiteral && !IsGenerated(field) && (!field.IsInitOnly || (!field.IsStatic && IsChangeable(field.FieldType))));

    /// <summary>What a primary constructor captured, and what a lambda was cached in.</summary>
    private static bool IsGenerated(FieldInfo field) => Captured().IsMatch(field.Name) || typeof(Delegate).IsAssignableFrom(field.FieldType);

    private static bool IsChangeable(Type type) =>
        type == typeof(StringBuilder) || type == typeof(SemaphoreSlim)
        || (type.IsGenericType && type.Namespace is "System.Collections.Generic" or "System.Collections.Concurrent" && type is { IsInterface: false, IsValueType: false }
            && !type.Name.StartsWith("EqualityComparer", StringComparison.Ordinal));

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^<\w+>P$")]
    private static partial Regex Captured();
}
